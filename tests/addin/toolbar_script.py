"""Run by the system's Python on a screen: clicks a toolbar button of ours with the mouse.

The argument is JSON: the office's command, its pipe, the button's title, the file the click leads
to, the file for the screenshot.
"""

import json
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from office_script import connect

TOOLBAR = "private:resource/toolbar/addon_cn.jixiao.addin.bar"


def until(get, seconds=30):
    """Return what ``get`` gives as soon as it gives something."""
    for _ in range(seconds * 10):
        with suppress(Exception):
            found = get()
            if found:
                return found
        time.sleep(0.1)
    raise SystemExit(f"nothing from {get.__name__}")


def below(accessible):
    """Yield everything on the screen below something."""
    context = accessible.getAccessibleContext()
    yield context
    for number in range(context.getAccessibleChildCount()):
        yield from below(context.getAccessibleChild(number))


def main():
    """Open a spreadsheet, click the button, wait for what the click leads to."""
    command, pipe, title, result, screenshot = json.loads(sys.argv[1])
    process, context = connect(command, pipe)
    manager = context.ServiceManager
    desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    book = desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, ())
    frame = book.CurrentController.Frame
    frame.ContainerWindow.setFocus()
    bar = until(lambda: frame.LayoutManager.getElement(TOOLBAR).getRealInterface())

    def button():
        return next(each for each in below(bar) if each.getAccessibleName() == title)

    found = until(button)
    time.sleep(1)  # until the window is drawn
    place, size = found.getLocationOnScreen(), found.getSize()
    x, y = str(place.X + size.Width // 2), str(place.Y + size.Height // 2)
    subprocess.run(["xdotool", "mousemove", x, y], check=True)
    subprocess.run(["scrot", "-o", screenshot], check=True)
    subprocess.run(["xdotool", "click", "1"], check=True)
    until(Path(result).exists)
    book.close(True)
    with suppress(Exception):
        desktop.terminate()
    process.wait(20)


if __name__ == "__main__":
    main()
