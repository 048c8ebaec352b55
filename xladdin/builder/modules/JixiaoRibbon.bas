Option Explicit

' The one callback of every button on the ribbon: hands the button's id on to Python.
Public Sub OnJixiaoButton(ByVal control As IRibbonControl)
    RunPython "from xladdin.dispatch import run; run('" & control.ID & "')"
End Sub
