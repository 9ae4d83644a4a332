"""Mail servers of Debian's packages in a throw-away root: fetched, configured, started, and gone when they end.

`python -m tests.interop.servers cyrus` starts one and says where it listens, until Ctrl-C: to look at it by hand.

A server runs in namespaces of its own over the system's files (root.sh), with what it writes in memory, but for its folder: that
holds its configuration (recipes/NAME, with `@port@` and the like filled in) and its log. The network is the machine's.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.servers.real import Certificates, free_port, wait_for

HERE = Path(__file__).parent
CACHE = Path(os.environ.get("WATCHER_INTEROP_CACHE") or Path.home() / ".cache" / "watcher-interop")
USER, PASSWORD = "sales", "secret"


@dataclass(frozen=True)
class Recipe:
    """What to fetch for a server, the package whose version is shown first, and how one talks to it; the rest is in recipes/NAME."""

    name: str
    title: str
    packages: tuple[str, ...]
    tls: str = "off"
    sent: str = "Sent"
    speaks: str = "imap"
    has_login: bool = True
    is_proxy: bool = False  # it passes every session on to a Dovecot


RECIPES = {
    recipe.name: recipe
    for recipe in (
        Recipe("cyrus", "Cyrus, with idled", ("cyrus-imapd", "sasl2-bin"), tls="starttls"),
        Recipe("courier", "Courier", ("courier-imap", "courier-authlib-userdb"), tls="starttls", sent="INBOX.Sent"),
        Recipe("mailutils", "GNU Mailutils imap4d", ("mailutils-imap4d",)),
        Recipe("nginx", "nginx before Dovecot", ("nginx", "libnginx-mod-mail"), tls="starttls", is_proxy=True),
        Recipe("exim", "Exim", ("exim4-daemon-light",), tls="starttls", speaks="smtp"),
        Recipe("opensmtpd", "OpenSMTPD", ("opensmtpd",), speaks="smtp", has_login=False),
        Recipe("sendmail", "Sendmail", ("sendmail-bin",), tls="starttls", speaks="smtp", has_login=False),
    )
}


def find_obstacle() -> str:
    """Why no such server can be started here; "" when it can."""
    if os.geteuid() != 0:
        return "only root may make a throw-away root"
    command = ["unshare", "-m", "sh", "-c", "mount -t tmpfs tmpfs /mnt"]
    return subprocess.run(command, capture_output=True, text=True, check=False).stderr.strip()


def fetch_packages(recipe: Recipe) -> Path:
    """Where its packages lie, fetched and unpacked. RuntimeError: they cannot be had."""
    folder = CACHE / recipe.name
    if not recipe.packages:  # the system has what it needs
        (folder / "root").mkdir(parents=True, exist_ok=True)
        return folder
    command = ["sh", str(HERE / "packages.sh"), str(folder), *recipe.packages]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{recipe.name}: the packages cannot be had: {done.stderr.strip()}")
    return folder


class UnpackedServer:
    """One server of a recipe on a free port, with a folder of its own."""

    def __init__(
        self,
        recipe: Recipe,
        certificates: Certificates,
        sink: int = 0,
        recipes: Path = HERE / "recipes",
        upstream: int = 0,
    ) -> None:
        """`sink`: the port of the SMTP server that it passes everything on to; `upstream`: of the IMAP server that a proxy passes
        sessions on to. RuntimeError: its packages cannot be had."""
        self.recipe = recipe
        self._recipes = recipes
        self.packages = fetch_packages(recipe)
        self.port = free_port()
        self.folder = Path(tempfile.mkdtemp(prefix="io"))
        self.folder.chmod(0o755)
        self._process: subprocess.Popen[bytes] | None = None
        for path in (certificates.chain, certificates.key):
            shutil.copy(path, self.folder)
        self._fill_in(
            folder=self.folder, port=self.port, sink=sink, upstream=upstream, user=USER, password=PASSWORD,
            chain=self.folder / certificates.chain.name, key=self.folder / certificates.key.name,
        )  # fmt: skip

    def _fill_in(self, **values: object) -> None:
        for path in [HERE / "recipes" / "syslog.sh", *(self._recipes / self.recipe.name).iterdir()]:
            text = path.read_text()
            for name, value in values.items():
                text = text.replace(f"@{name}@", str(value))
            (self.folder / path.name).write_text(text)

    @property
    def version(self) -> str:
        """Of the Debian package that was unpacked."""
        (archive,) = (self.packages / "archives").glob(f"{self.recipe.packages[0]}_*.deb")
        return archive.name.split("_")[1].replace("%3a", ":")

    def start(self) -> None:
        """Returns when it listens. AssertionError: it does not, with what it logged."""
        command = ["unshare", "-m", "-p", "-f", "--kill-child", "--propagation", "private", "sh", str(HERE / "root.sh")]
        with (self.folder / "output").open("ab") as output:
            self._process = subprocess.Popen(
                [*command, str(self.packages / "root"), str(self.folder)],
                stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True,
            )  # fmt: skip
        try:
            wait_for(self.port)
        except AssertionError as error:
            raise AssertionError(f"{self.recipe.name}: {error}: {self.log()}") from None

    def log(self) -> str:
        """The end of what it printed and what it told syslog."""
        paths = [self.folder / "output", self.folder / "syslog"]
        return "".join(path.read_text(errors="replace")[-3000:] for path in paths if path.exists())

    def remove(self) -> None:
        """Ends every process of it; its root goes with them."""
        if self._process is not None:
            # The first process of the namespace takes all others with it, and `unshare` ends after the last of them: killed first, it
            # would leave them running for a moment. Its `--kill-child` fails for servers that change their user.
            children = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children").read_text().split()
            for child in children:
                os.kill(int(child), signal.SIGKILL)
            if not children:
                self._process.kill()
            self._process.wait()
            self._process = None
        shutil.rmtree(self.folder, ignore_errors=True)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        server = UnpackedServer(RECIPES[sys.argv[1]], Certificates(Path(folder)))
        try:
            server.start()
            print(
                f"{server.recipe.title} {server.version} on 127.0.0.1:{server.port}, its log in {server.folder}",
                flush=True,
            )
            signal.pause()
        except KeyboardInterrupt:
            print(server.log())
        finally:
            server.remove()


if __name__ == "__main__":
    main()
