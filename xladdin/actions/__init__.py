"""What the buttons do, one function a button, named by ``templates/ribbon/buttons.yaml``.

Each is given the open workbook and somebody to ask (``xladdin.contract``), and says in Chinese what
it did, or why it does not fit this workbook.
"""
