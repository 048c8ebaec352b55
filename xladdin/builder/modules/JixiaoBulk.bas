Option Explicit

' Does to a whole list of cells or rows what would cost several calls for each from outside.
' A list is a text: character 30 stands between its entries, character 31 between an entry's parts.
' Nothing here is for formulas in cells: called from one, every function gives "" at once.
' Numbers are written with a point as in VBA itself, whatever the system's language.

Private Const OPTIONS As Long = 14

' Opens a protected sheet; gives its options, a digit each, or "" where the password does not fit.
Public Function JixiaoOpen(ByVal book As String, ByVal sheet As String, ByVal password As String) As String
    Dim target As Worksheet
    Dim found As String
    If FromCell() Then Exit Function
    Set target = Workbooks(book).Worksheets(sheet)
    found = OptionsOf(target)
    On Error Resume Next
    target.Unprotect password
    On Error GoTo 0
    If Not target.ProtectContents Then JixiaoOpen = found
End Function

' Protects a sheet with a password ("" for none) and options ("" for the usual ones); gives "done".
Public Function JixiaoClose(ByVal book As String, ByVal sheet As String, ByVal password As String, ByVal found As String) As String
    Dim target As Worksheet
    If FromCell() Then Exit Function
    Set target = Workbooks(book).Worksheets(sheet)
    If found = "" Then found = "111" & String$(OPTIONS - 3, "0")
    If password = "" Then
        target.Protect DrawingObjects:=Bit(found, 1), Contents:=Bit(found, 2), Scenarios:=Bit(found, 3), _
            AllowFormattingCells:=Bit(found, 4), AllowFormattingColumns:=Bit(found, 5), AllowFormattingRows:=Bit(found, 6), _
            AllowInsertingColumns:=Bit(found, 7), AllowInsertingRows:=Bit(found, 8), AllowInsertingHyperlinks:=Bit(found, 9), _
            AllowDeletingColumns:=Bit(found, 10), AllowDeletingRows:=Bit(found, 11), AllowSorting:=Bit(found, 12), _
            AllowFiltering:=Bit(found, 13), AllowUsingPivotTables:=Bit(found, 14)
    Else
        target.Protect Password:=password, DrawingObjects:=Bit(found, 1), Contents:=Bit(found, 2), Scenarios:=Bit(found, 3), _
            AllowFormattingCells:=Bit(found, 4), AllowFormattingColumns:=Bit(found, 5), AllowFormattingRows:=Bit(found, 6), _
            AllowInsertingColumns:=Bit(found, 7), AllowInsertingRows:=Bit(found, 8), AllowInsertingHyperlinks:=Bit(found, 9), _
            AllowDeletingColumns:=Bit(found, 10), AllowDeletingRows:=Bit(found, 11), AllowSorting:=Bit(found, 12), _
            AllowFiltering:=Bit(found, 13), AllowUsingPivotTables:=Bit(found, 14)
    End If
    JixiaoClose = "done"
End Function

' Takes addresses; gives for each the direct colour ("" for none) and the text of its note.
Public Function JixiaoLooks(ByVal book As String, ByVal sheet As String, ByVal cells As String) As String
    Dim target As Worksheet
    Dim place() As String
    Dim number As Long
    Dim cell As Range
    Dim look As String
    If FromCell() Then Exit Function
    Set target = Workbooks(book).Worksheets(sheet)
    place = Split(cells, Chr$(30))
    For number = LBound(place) To UBound(place)
        Set cell = target.Range(place(number))
        look = Chr$(31)
        If cell.Interior.ColorIndex <> xlColorIndexNone Then look = CStr(CLng(cell.Interior.Color)) & look
        If Not cell.Comment Is Nothing Then look = look & cell.Comment.Text
        place(number) = look
    Next number
    JixiaoLooks = Join(place, Chr$(30))
End Function

' Takes address, colour and note of cells; a note that is there keeps its author. Gives "done".
Public Function JixiaoDress(ByVal book As String, ByVal sheet As String, ByVal looks As String) As String
    Dim target As Worksheet
    Dim place() As String
    Dim part() As String
    Dim number As Long
    If FromCell() Then Exit Function
    Set target = Workbooks(book).Worksheets(sheet)
    place = Split(looks, Chr$(30))
    For number = LBound(place) To UBound(place)
        part = Split(place(number), Chr$(31))
        Paint target.Range(part(0)), part(1)
        Annotate target.Range(part(0)), part(2)
    Next number
    JixiaoDress = "done"
End Function

Private Sub Paint(ByVal cell As Range, ByVal colour As String)
    If colour = "" Then
        cell.Interior.ColorIndex = xlColorIndexNone
    Else
        cell.Interior.Color = CLng(colour)
    End If
End Sub

' A threaded comment of somebody is left alone: it refuses to be written to.
Private Sub Annotate(ByVal cell As Range, ByVal text As String)
    On Error Resume Next
    If cell.Comment Is Nothing Then
        If text <> "" Then cell.AddComment text
    ElseIf text = "" Then
        cell.Comment.Delete
    Else
        cell.Comment.Text text
    End If
End Sub

' Takes address, kind and value of cells; gives the addresses of those the sheet refused.
' Kinds: n a number, f a formula, t a text that stays one, b nothing.
Public Function JixiaoWrite(ByVal book As String, ByVal sheet As String, ByVal entries As String) As String
    Dim target As Worksheet
    Dim place() As String
    Dim part() As String
    Dim number As Long
    Dim mode As Long
    If FromCell() Then Exit Function
    Set target = Workbooks(book).Worksheets(sheet)
    mode = Application.Calculation
    Application.Calculation = xlCalculationManual
    place = Split(entries, Chr$(30))
    For number = LBound(place) To UBound(place)
        part = Split(place(number), Chr$(31))
        If Not Entered(target.Range(part(0)), part(1), part(2)) Then JixiaoWrite = JixiaoWrite & part(0) & Chr$(30)
    Next number
    Application.Calculation = mode
End Function

Private Function Entered(ByVal cell As Range, ByVal kind As String, ByVal value As String) As Boolean
    On Error GoTo Refused
    Select Case kind
        Case "n"
            cell.Value = Val(value)
        Case "f"
            cell.Formula = value
        Case "t"
            ' Only a cell formatted as text takes "=1" as it is; an apostrophe may go even there.
            If cell.NumberFormat = "@" Then cell.Value = value
            If cell.NumberFormat <> "@" Or CStr(cell.Value) <> value Then cell.Value = "'" & value
        Case Else
            cell.Value = ""
    End Select
    Entered = True
Refused:
End Function

' Takes addresses; gives the number format of each.
Public Function JixiaoFormats(ByVal book As String, ByVal sheet As String, ByVal cells As String) As String
    Dim target As Worksheet
    Dim place() As String
    Dim number As Long
    If FromCell() Then Exit Function
    Set target = Workbooks(book).Worksheets(sheet)
    place = Split(cells, Chr$(30))
    For number = LBound(place) To UBound(place)
        place(number) = target.Range(place(number)).NumberFormat
    Next number
    JixiaoFormats = Join(place, Chr$(30))
End Function

' Gives the cell the user stands in: its row, its column, its sheet; "" where no cell is selected.
Public Function JixiaoSelected(ByVal book As String) As String
    If FromCell() Then Exit Function
    If TypeName(Selection) <> "Range" Then Exit Function
    If Selection.Worksheet.Parent.Name <> book Then Exit Function
    JixiaoSelected = CStr(Selection.Row) & Chr$(31) & CStr(Selection.Column) & Chr$(31) & Selection.Worksheet.Name
End Function

' Brings the user to a cell. Gives "done".
Public Function JixiaoGoTo(ByVal book As String, ByVal sheet As String, ByVal cell As String) As String
    If FromCell() Then Exit Function
    Workbooks(book).Activate
    Workbooks(book).Worksheets(sheet).Activate
    Workbooks(book).Worksheets(sheet).Range(cell).Select
    JixiaoGoTo = "done"
End Function

' Gives for each of some neighbouring rows whether it is hidden (1) and its height.
Public Function JixiaoRows(ByVal book As String, ByVal sheet As String, ByVal first As String, ByVal last As String) As String
    Dim target As Worksheet
    Dim row() As String
    Dim number As Long
    If FromCell() Then Exit Function
    Set target = Workbooks(book).Worksheets(sheet)
    ReDim row(CLng(first) To CLng(last))
    For number = CLng(first) To CLng(last)
        row(number) = IIf(target.Rows(number).Hidden, "1", "0") & Chr$(31) & Trim$(Str$(target.Rows(number).RowHeight))
    Next number
    JixiaoRows = Join(row, Chr$(30))
End Function

' Takes row, hidden (1, 0 or "" to leave it) and height ("" to leave it). Gives "done".
Public Function JixiaoSetRows(ByVal book As String, ByVal sheet As String, ByVal rows As String) As String
    Dim target As Worksheet
    Dim entry() As String
    Dim part() As String
    Dim number As Long
    If FromCell() Then Exit Function
    Set target = Workbooks(book).Worksheets(sheet)
    entry = Split(rows, Chr$(30))
    For number = LBound(entry) To UBound(entry)
        part = Split(entry(number), Chr$(31))
        If part(1) <> "" Then target.Rows(CLng(part(0))).Hidden = (part(1) = "1")
        If part(2) <> "" Then target.Rows(CLng(part(0))).RowHeight = Val(part(2))
    Next number
    JixiaoSetRows = "done"
End Function

' Adds a sheet behind another, which stays in front as it was; takes address, width and "1" for out of sight, of its columns.
Public Function JixiaoAddSheet(ByVal book As String, ByVal after As String, ByVal name As String, ByVal columns As String) As String
    Dim made As Worksheet
    Dim front As Object
    Dim entry() As String
    Dim part() As String
    Dim number As Long
    If FromCell() Then Exit Function
    Set front = Workbooks(book).ActiveSheet
    Set made = Workbooks(book).Worksheets.Add(After:=Workbooks(book).Worksheets(after))
    made.Name = name
    entry = Split(columns, Chr$(30))
    For number = LBound(entry) To UBound(entry)
        part = Split(entry(number), Chr$(31))
        made.Range(part(0)).ColumnWidth = Val(part(1))
        made.Range(part(0)).WrapText = (part(2) = "0")
        If part(2) = "1" Then made.Range(part(0)).EntireColumn.Hidden = True
    Next number
    front.Activate
    JixiaoAddSheet = "done"
End Function

Private Function OptionsOf(ByVal target As Worksheet) As String
    With target
        OptionsOf = Digit(.ProtectDrawingObjects) & Digit(.ProtectContents) & Digit(.ProtectScenarios)
    End With
    With target.Protection
        OptionsOf = OptionsOf & Digit(.AllowFormattingCells) & Digit(.AllowFormattingColumns) & Digit(.AllowFormattingRows) & _
            Digit(.AllowInsertingColumns) & Digit(.AllowInsertingRows) & Digit(.AllowInsertingHyperlinks) & _
            Digit(.AllowDeletingColumns) & Digit(.AllowDeletingRows) & Digit(.AllowSorting) & _
            Digit(.AllowFiltering) & Digit(.AllowUsingPivotTables)
    End With
End Function

Private Function Digit(ByVal value As Boolean) As String
    Digit = IIf(value, "1", "0")
End Function

Private Function Bit(ByVal digits As String, ByVal place As Long) As Boolean
    Bit = (Mid$(digits, place, 1) = "1")
End Function

Private Function FromCell() As Boolean
    FromCell = (TypeName(Application.Caller) = "Range")
End Function
