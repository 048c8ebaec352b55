"""Run by the system's Python, which knows UNO: starts an office and dispatches URLs in it.

The argument is JSON: the office's command, its pipe, the URLs, the file for the answer.
"""

import json
import subprocess
import sys
import time
from contextlib import suppress

import uno
from com.sun.star.beans import PropertyValue

ADDONS = "/org.openoffice.Office.Addons/AddonUI"


def connect(command, pipe):
    """Start the office, again where a fresh profile makes it exit, and return its context."""
    create = uno.getComponentContext().ServiceManager.createInstance
    resolver = create("com.sun.star.bridge.UnoUrlResolver")
    process = None
    for _ in range(600):
        if process is None or process.poll() is not None:
            process = subprocess.Popen(command)
        with suppress(Exception):
            place = f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext"
            return process, resolver.resolve(place)
        time.sleep(0.1)
    raise SystemExit("no office")


def titles(create, path):
    """Return the titles of menu or toolbar entries as the office knows them."""
    node = PropertyValue("nodepath", 0, f"{ADDONS}/{path}", 0)
    provider = create("com.sun.star.configuration.ConfigurationProvider")
    access = "com.sun.star.configuration.ConfigurationAccess"
    view = provider.createInstanceWithArguments(access, (node,))
    return [view.getByName(name).Title for name in view.ElementNames]


def main():
    """Dispatch every URL on a new hidden spreadsheet and write down what the office shows."""
    command, pipe, urls, answer = json.loads(sys.argv[1])
    process, context = connect(command, pipe)

    def create(name):
        return context.ServiceManager.createInstanceWithContext(name, context)

    desktop = create("com.sun.star.frame.Desktop")
    hidden = PropertyValue("Hidden", 0, True, 0)
    book = desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, (hidden,))
    frame = book.CurrentController.Frame
    for url in urls:
        create("com.sun.star.frame.DispatchHelper").executeDispatch(frame, url, "_self", 0, ())
    found = {
        "bar": titles(create, "OfficeToolBar/cn.jixiao.addin.bar"),
        "menu": titles(create, "OfficeMenuBar/cn.jixiao.addin.menu/Submenu"),
    }
    with open(answer, "w", encoding="utf-8") as file:  # noqa: PTH123
        json.dump(found, file)
    book.close(True)
    with suppress(Exception):
        desktop.terminate()
    process.wait(20)


if __name__ == "__main__":
    main()
