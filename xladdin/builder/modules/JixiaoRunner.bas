Option Explicit
Option Private Module

' Runs Python for the ribbon.  Everything that decides what is run stands in the sheet named below,
' which is part of this add-in and written by the installer: no other workbook, no folder, no file
' beside a workbook and no environment variable of Python has a say.
'   -E  Python's environment variables are not read
'   -P  the current folder is not searched for modules
'   -B  nothing is written beside the modules
' No command interpreter is involved on Windows; on macOS every argument is quoted by AppleScript.
' The name of the workbook in front goes out as hexadecimal digits, since names may hold anything.
'
' The calls are those of xlwings' own RunPython (BSD 3-clause, (C) 2014-present Zoomer Analytics LLC).

Private Const SETTINGS_SHEET As String = "jixiao.conf"
Private Const SWITCHES As String = "-E -P -B"
Private Const MAC_SCRIPT As String = "jixiao.applescript"
Private Const MAC_HANDLER As String = "RunJixiao"

' Runs a Python command; gives 0, or what went wrong after telling the user.
Public Function RunPython(ByVal command As String) As Long
    Dim interpreter As String
    interpreter = Setting("interpreter")
    If interpreter = "" Then
        Tell Setting("not_installed")
        RunPython = -1
        Exit Function
    End If
    #If Mac Then
        RunPython = RunOnMac(interpreter, command, HexName(BookInFront()))
    #Else
        RunPython = RunOnWindows(interpreter, command, HexName(BookInFront()))
    #End If
End Function

Private Function RunOnWindows(ByVal interpreter As String, ByVal command As String, ByVal book As String) As Long
    Dim host As Object
    Dim folder As String
    On Error GoTo Failed
    Set host = CreateObject("WScript.Shell")
    folder = host.CurrentDirectory
    host.CurrentDirectory = Left$(interpreter, InStrRev(interpreter, "\"))
    RunOnWindows = host.Run(Quoted(interpreter) & " " & SWITCHES & " -c " & Quoted(command) & _
        " --book=" & book & " --hwnd=" & CStr(Application.Hwnd), 0, True)
    host.CurrentDirectory = folder
    If RunOnWindows <> 0 Then Tell Setting("failed")
    Exit Function
Failed:
    RunOnWindows = -1
    ' The folder is all of Excel's: also after a failure the user's next dialog opens where it did.
    On Error Resume Next
    If folder <> "" Then host.CurrentDirectory = folder
    On Error GoTo 0
    Tell Setting("no_python")
End Function

Private Function RunOnMac(ByVal interpreter As String, ByVal command As String, ByVal book As String) As Long
    #If Mac Then
    Dim result As String
    On Error GoTo Failed
    result = AppleScriptTask(MAC_SCRIPT, MAC_HANDLER, interpreter & vbLf & command & vbLf & "--book=" & book)
    RunOnMac = CLng(result)
    If RunOnMac <> 0 Then Tell Setting("no_python")
    Exit Function
Failed:
    RunOnMac = -1
    Tell Setting("not_installed")
    #End If
End Function

' Gives what the add-in's own sheet says, "" where it says nothing.
Public Function Setting(ByVal key As String) As String
    Dim sheet As Worksheet
    Dim row As Long
    Set sheet = ThisWorkbook.Worksheets(SETTINGS_SHEET)
    row = 1
    Do While CStr(sheet.Cells(row, 1).Value) <> ""
        If CStr(sheet.Cells(row, 1).Value) = key Then
            Setting = CStr(sheet.Cells(row, 2).Value)
            Exit Function
        End If
        row = row + 1
    Loop
End Function

' Only its name is taken: which workbook the button is to work on.
Private Function BookInFront() As String
    If Not ActiveWorkbook Is Nothing Then BookInFront = ActiveWorkbook.Name
End Function

' Gives four hexadecimal digits for each UTF-16 unit of a text.
Public Function HexName(ByVal text As String) As String
    Dim position As Long
    For position = 1 To Len(text)
        HexName = HexName & Right$("000" & Hex$(AscW(Mid$(text, position, 1))), 4)
    Next position
End Function

Private Function Quoted(ByVal text As String) As String
    Quoted = Chr$(34) & text & Chr$(34)
End Function

Private Sub Tell(ByVal message As String)
    #If Mac Then
        MsgBox message, vbExclamation
    #Else
        CreateObject("WScript.Shell").Popup message, 0, "jixiao", 48
    #End If
End Sub
