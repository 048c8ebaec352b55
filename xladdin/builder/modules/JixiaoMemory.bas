Option Explicit

' Keeps what was typed once (passwords of sheet protection) until Excel is closed, for the add-in's
' own Python only: every click is a process of its own.  A formula in a cell is given nothing.
Private kept As Collection

Public Sub JixiaoKeep(ByVal key As String, ByVal text As String)
    If kept Is Nothing Then Set kept = New Collection
    On Error Resume Next
    kept.Remove key
    On Error GoTo 0
    If text <> "" Then kept.Add text, key
End Sub

Public Function JixiaoRecall(ByVal key As String) As String
    If TypeName(Application.Caller) = "Range" Then Exit Function
    If kept Is Nothing Then Exit Function
    On Error Resume Next
    JixiaoRecall = kept(key)
End Function
