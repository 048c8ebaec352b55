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
    If FromCell() Then Exit Function
    If found = "" Then found = "111" & String$(OPTIONS - 3, "0")
    Workbooks(book).Worksheets(sheet).Protect Password:=password, _
        DrawingObjects:=Bit(found, 1), Contents:=Bit(found, 2), Scenarios:=Bit(found, 3), _
        AllowFormattingCells:=Bit(found, 4), AllowFormattingColumns:=Bit(found, 5), AllowFormattingRows:=Bit(found, 6), _
        AllowInsertingColumns:=Bit(found, 7), AllowInsertingRows:=Bit(found, 8), AllowInsertingHyperlinks:=Bit(found, 9), _
        AllowDeletingColumns:=Bit(found, 10), AllowDeletingRows:=Bit(found, 11), AllowSorting:=Bit(found, 12), _
        AllowFiltering:=Bit(found, 13), AllowUsingPivotTables:=Bit(found, 14)
    JixiaoClose = "done"
End Function

' Takes addresses; gives for each the direct colour ("" for none) and the text of its note.
Public Function JixiaoLooks(ByVal book As String, ByVal sheet As String, ByVal cells As String) As String
    If FromCell() Then Exit Function
    JixiaoLooks = OneByOne("look", book, sheet, cells)
End Function

' Takes addresses; gives the number format of each.
Public Function JixiaoFormats(ByVal book As String, ByVal sheet As String, ByVal cells As String) As String
    If FromCell() Then Exit Function
    JixiaoFormats = OneByOne("format", book, sheet, cells)
End Function

' Takes address, colour and note of cells; a note that is there keeps its author. Gives "done".
Public Function JixiaoDress(ByVal book As String, ByVal sheet As String, ByVal looks As String) As String
    If FromCell() Then Exit Function
    OneByOne "dress", book, sheet, looks
    JixiaoDress = "done"
End Function

' Takes address, kind and value of cells; gives the addresses of those the sheet refused, "" for others.
' Kinds: n a number, f a formula, t a text that stays one, b nothing.
Public Function JixiaoWrite(ByVal book As String, ByVal sheet As String, ByVal entries As String) As String
    Dim mode As Long
    If FromCell() Then Exit Function
    mode = Application.Calculation
    Application.Calculation = xlCalculationManual
    JixiaoWrite = OneByOne("write", book, sheet, entries)
    Application.Calculation = mode
End Function

' Takes address (5:5), hidden (1, 0 or "" to leave it) and height ("" to leave it) of rows. Gives "done".
Public Function JixiaoSetRows(ByVal book As String, ByVal sheet As String, ByVal rows As String) As String
    If FromCell() Then Exit Function
    OneByOne "row", book, sheet, rows
    JixiaoSetRows = "done"
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

' Adds a sheet behind another; the one in front stays there. Gives "done".
Public Function JixiaoAddSheet(ByVal book As String, ByVal after As String, ByVal name As String) As String
    Dim made As Worksheet
    Dim front As Object
    If FromCell() Then Exit Function
    Set front = Workbooks(book).ActiveSheet
    Set made = Workbooks(book).Worksheets.Add(After:=Workbooks(book).Worksheets(after))
    made.Name = name
    front.Activate
    JixiaoAddSheet = "done"
End Function

' Empties a sheet and takes formats of its cells, each a list as LayOut reads it. Gives "done".
Public Function JixiaoLayOut(ByVal book As String, ByVal sheet As String, ByVal formats As String) As String
    If FromCell() Then Exit Function
    Workbooks(book).Worksheets(sheet).Cells.Clear
    OneByOne "layout", book, sheet, formats
    JixiaoLayOut = "done"
End Function

' Does a task for every entry of a list, whose first part is an address; gives the answers as a list.
Private Function OneByOne(ByVal task As String, ByVal book As String, ByVal sheet As String, ByVal list As String) As String
    Dim target As Worksheet
    Dim entry() As String
    Dim number As Long
    Set target = Workbooks(book).Worksheets(sheet)
    entry = Split(list, Chr$(30))
    For number = LBound(entry) To UBound(entry)
        entry(number) = Answer(task, target, Split(entry(number), Chr$(31)))
    Next number
    OneByOne = Join(entry, Chr$(30))
End Function

Private Function Answer(ByVal task As String, ByVal target As Worksheet, ByVal part As Variant) As String
    Dim place As Range
    Set place = target.Range(part(0))
    Select Case task
        Case "look"
            Answer = LookOf(place)
        Case "format"
            Answer = place.NumberFormat
        Case "dress"
            Paint place, part(1)
            Annotate place, part(2)
        Case "write"
            If Not Entered(place, part(1), part(2)) Then Answer = part(0)
        Case "row"
            If part(1) <> "" Then place.EntireRow.Hidden = (part(1) = "1")
            If part(2) <> "" Then place.EntireRow.RowHeight = Val(part(2))
        Case "layout"
            LayOut place, part
    End Select
End Function

Private Function LookOf(ByVal cell As Range) As String
    LookOf = Chr$(31)
    If cell.Interior.ColorIndex <> xlColorIndexNone Then LookOf = CStr(CLng(cell.Interior.Color)) & LookOf
    If Not cell.Comment Is Nothing Then LookOf = LookOf & cell.Comment.Text
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

' Reads: 1 width of the columns, 2 height of the rows, 3 "1" for columns out of sight, 4 fill, 5 ink, 6 "1" for bold,
' 7 font, 8 its size, 9 "1" for centred, 10 "1" for wrapped, 11 colour of lines around each cell; "" leaves things alone.
Private Sub LayOut(ByVal place As Range, ByVal part As Variant)
    place.VerticalAlignment = xlTop
    If part(1) <> "" Then place.ColumnWidth = Val(part(1))
    If part(2) <> "" Then place.RowHeight = Val(part(2))
    If part(3) = "1" Then place.EntireColumn.Hidden = True
    If part(4) <> "" Then place.Interior.Color = CLng(part(4))
    If part(5) <> "" Then place.Font.Color = CLng(part(5))
    If part(6) = "1" Then place.Font.Bold = True
    If part(7) <> "" Then place.Font.Name = part(7)
    If part(8) <> "" Then place.Font.Size = Val(part(8))
    If part(9) = "1" Then place.HorizontalAlignment = xlCenter
    If part(10) = "1" Then place.WrapText = True
    If part(11) = "" Then Exit Sub
    place.Borders.LineStyle = xlContinuous
    place.Borders.Color = CLng(part(11))
End Sub

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
