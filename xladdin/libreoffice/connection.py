"""A connection to one running LibreOffice: its services and its desktop."""

from functools import cached_property
from typing import Any

from xladdin.libreoffice import runtime
from xladdin.libreoffice.remote import Calls, Remote, raw

_RESOLVER = "com.sun.star.bridge.UnoUrlResolver"


def resolve(pipe: str) -> Any | None:
    """Return the component context of the LibreOffice listening on a pipe; None if not yet."""
    local = runtime.uno().getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(_RESOLVER, local)
    try:
        return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
    except runtime.exception("com.sun.star.connection.NoConnectException"):
        return None


class Connection:
    """What is reached through a component context, remote or in the same process."""

    def __init__(self, context: Any, calls: Calls) -> None:
        self.context = Remote(raw(context), calls)

    @cached_property
    def desktop(self) -> Remote:
        """The desktop: opens documents, knows the open ones, ends LibreOffice."""
        return self.create("com.sun.star.frame.Desktop")

    @cached_property
    def version(self) -> str:
        """LibreOffice's version, as in ``7.4.7.2``."""
        return str(self._setting("/org.openoffice.Setup/Product", "ooSetupVersionAboutBox"))

    def create(self, service: str) -> Remote:
        """Return a new instance of a service."""
        manager = self.context.ServiceManager
        made: Remote = manager.createInstanceWithContext(service, self.context)
        return made

    def _setting(self, node: str, name: str) -> Any:
        provider = self.create("com.sun.star.configuration.ConfigurationProvider")
        access = provider.createInstanceWithArguments(
            "com.sun.star.configuration.ConfigurationAccess",
            runtime.properties({"nodepath": node}),
        )
        return access.getByName(name)
