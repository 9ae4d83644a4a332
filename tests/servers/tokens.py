"""A token server for the tests: authorization code with PKCE, device codes, client credentials, signed assertions, renewal with rotation,
revocation and introspection, as RFC 6749, 7636, 8628, 7523, 7009 and 7662 say. Strict: whatever a client gets wrong is refused."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import jwt

CLIENT, SECRET = "watcher-client", "watcher secret/+&"


@dataclass
class Login:
    """What a person, or nobody, has allowed; all of its tokens die with it."""

    subject: str
    alive: bool = True
    refresh: str = ""
    access: dict[str, float] = field(default_factory=dict)  # token → until when


class Refusal(Exception):
    """RFC 6749 § 5.2."""

    def __init__(self, error: str, description: str = "", status: int = 400) -> None:
        self.answer = {"error": error, "error_description": description}
        self.status = status


class TokenServer:
    """On a free port of this machine. `consents`: what the person in the browser says, "" is yes, else an error."""

    def __init__(self, subject: str = "sales", *, lifetime: float = 3600.0, secret: str | None = SECRET) -> None:
        self.subject, self.lifetime, self.secret = subject, lifetime, secret
        self.consents, self.application_key, self.device_pace = "", "", 0.01
        self.extra: dict[str, Any] = {}  # keys of every good answer
        self.answers: list[tuple[int, bytes]] = []  # given to the next requests instead of ours
        self.requests: list[tuple[str, dict[str, str]]] = []
        self.logins: list[Login] = []
        self._codes: dict[str, dict[str, str]] = {}
        self._devices: dict[str, str] = {}  # device code → "pending", "approved" or an error
        self._lock = threading.Lock()
        self._http: ThreadingHTTPServer | None = None
        self.port = 0

    def __enter__(self) -> TokenServer:
        self.start()
        return self

    def __exit__(self, *error: object) -> None:
        self.stop()

    def start(self) -> None:
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                server._serve(self, "")

            def do_POST(self) -> None:
                server._serve(self, self.rfile.read(int(self.headers["Content-Length"])).decode())

            def log_message(self, *words: object) -> None:
                pass

        self._http = ThreadingHTTPServer(("127.0.0.1", self.port), Handler)
        self._http.daemon_threads = True
        self.port = self._http.server_port
        threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def stop(self) -> None:
        if self._http is not None:
            self._http.shutdown()
            self._http.server_close()
            self._http = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def auth(self, **keys: str) -> str:
        """`auth = …` of the configuration."""
        endpoints = f'token_endpoint = "{self.url}/token", authorization_endpoint = "{self.url}/authorize"'
        endpoints += f', device_endpoint = "{self.url}/device", scopes = ["mail", "offline_access"]'
        words = "".join(f", {key} = {value}" for key, value in keys.items())
        return f'{{ oauth = {{ {endpoints} }}, client = "{CLIENT}"{words} }}'

    # --- what happens at the provider

    def revoke_all(self) -> None:
        """Somebody changed the password."""
        for login in self.logins:
            login.alive = False

    def approve(self, say: str = "approved") -> None:
        """Somebody typed the code."""
        self._devices = dict.fromkeys(self._devices, say)

    def is_good(self, access: str) -> bool:
        return self._login_of(access) is not None

    def posted(self, grant_type: str) -> list[dict[str, str]]:
        return [form for path, form in self.requests if path == "/token" and form.get("grant_type") == grant_type]

    # --- HTTP

    def _serve(self, handler: BaseHTTPRequestHandler, body: str) -> None:
        parts = urllib.parse.urlsplit(handler.path)
        form = dict(urllib.parse.parse_qsl(body or parts.query, keep_blank_values=True))
        with self._lock:
            self.requests.append((parts.path, form))
            status, headers, answer = self._answer(parts.path, form, handler.headers.get("Authorization", ""))
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(answer)))
        handler.end_headers()
        handler.wfile.write(answer)

    def _answer(self, path: str, form: dict[str, str], header: str) -> tuple[int, dict[str, str], bytes]:
        if self.answers and path in ("/token", "/device"):
            status, body = self.answers.pop(0)
            return status, {"Location": f"{self.url}/elsewhere"} if status == 302 else {}, body
        try:
            if path == "/authorize":
                return 302, {"Location": self._authorize(form)}, b""
            work = {"/token": self._token, "/device": self._device, "/introspect": self._introspect}[path]
            return 200, {"Content-Type": "application/json"}, json.dumps(work(form, header)).encode()
        except Refusal as refusal:
            return refusal.status, {"Content-Type": "application/json"}, json.dumps(refusal.answer).encode()

    def _authorize(self, form: dict[str, str]) -> str:
        """RFC 6749 § 4.1.1, RFC 7636 § 4.3."""
        assert (
            form["response_type"] == "code" and form["client_id"] == CLIENT and form["code_challenge_method"] == "S256"
        )
        assert urllib.parse.urlsplit(form["redirect_uri"]).hostname in ("127.0.0.1", "localhost")
        answer = {"state": form["state"]}
        if self.consents:
            answer |= {"error": self.consents, "error_description": "said no"}
        else:
            answer["code"] = secrets.token_urlsafe(16)
            self._codes[answer["code"]] = form
        return f"{form['redirect_uri']}?{urllib.parse.urlencode(answer)}"

    def _authenticate(self, form: dict[str, str], header: str) -> None:
        """RFC 6749 § 2.3, RFC 7523 § 2.2."""
        if "client_assertion" in form:
            try:
                claims = jwt.decode(
                    form["client_assertion"], self.application_key, ["PS256", "RS256"], audience=f"{self.url}/token"
                )
            except jwt.PyJWTError as error:
                raise Refusal("invalid_client", f"AADSTS700027: {error}", 401) from None
            if claims["iss"] != CLIENT or claims["sub"] != CLIENT:
                raise Refusal("invalid_client", "", 401)
            return
        if header.startswith("Basic "):
            words = base64.b64decode(header.removeprefix("Basic ")).decode().split(":")
            name, given = (urllib.parse.unquote_plus(word) for word in words)
        else:
            name, given = form.get("client_id", ""), form.get("client_secret", "")
        if name != CLIENT or (self.secret is not None and given != self.secret):
            raise Refusal("invalid_client", "unknown client", 401)

    def _token(self, form: dict[str, str], header: str) -> dict[str, Any]:
        kind = form.get("grant_type", "")
        if kind == "urn:ietf:params:oauth:grant-type:jwt-bearer":
            return self._by_assertion(form)
        self._authenticate(form, header)
        if kind == "client_credentials":
            return self._hand_out(self._new_login(), rotate=False)
        if kind == "authorization_code":
            return self._by_code(form)
        if kind == "refresh_token":
            return self._renew(form["refresh_token"])
        if kind == "urn:ietf:params:oauth:grant-type:device_code":
            return self._by_device(form["device_code"])
        raise Refusal("unsupported_grant_type")

    def _by_assertion(self, form: dict[str, str]) -> dict[str, Any]:
        try:
            claims = jwt.decode(form["assertion"], self.application_key, ["RS256"], audience=f"{self.url}/token")
        except jwt.PyJWTError as error:
            raise Refusal("invalid_grant", str(error)) from None
        if claims["sub"] != self.subject:
            raise Refusal(
                "unauthorized_client", "Client is unauthorized to retrieve access tokens using this method", 401
            )
        return self._hand_out(self._new_login(), rotate=False)

    def _by_code(self, form: dict[str, str]) -> dict[str, Any]:
        asked = self._codes.pop(form["code"], None)
        if asked is None or asked["redirect_uri"] != form["redirect_uri"]:
            raise Refusal("invalid_grant", "no such code")
        digest = base64.urlsafe_b64encode(hashlib.sha256(form["code_verifier"].encode()).digest()).rstrip(b"=")
        if digest.decode() != asked["code_challenge"]:
            raise Refusal("invalid_grant", "PKCE")
        return self._hand_out(self._new_login(), rotate="offline_access" in asked["scope"])

    def _device(self, form: dict[str, str], header: str) -> dict[str, Any]:
        self._authenticate(form, header)
        code = secrets.token_urlsafe(16)
        self._devices[code] = "pending"
        uri = f"{self.url}/type"
        return {
            "device_code": code, "user_code": "WDJB-MJHT", "verification_uri": uri, "expires_in": 900, "interval": self.device_pace,
        }  # fmt: skip

    def _by_device(self, code: str) -> dict[str, Any]:
        state = self._devices.get(code, "expired_token")
        if state == "pending":
            raise Refusal("authorization_pending")
        if state != "approved":
            raise Refusal(state)
        del self._devices[code]
        return self._hand_out(self._new_login(), rotate=True)

    def _new_login(self) -> Login:
        self.logins.append(Login(self.subject))
        return self.logins[-1]

    def _renew(self, refresh: str) -> dict[str, Any]:
        """Rotation: an old refresh token ends the whole login (RFC 9700 § 4.14.2)."""
        login = next((login for login in self.logins if login.refresh == refresh), None)
        if login is None:
            self.revoke_all()
            raise Refusal("invalid_grant", "reused")
        if not login.alive:
            raise Refusal("invalid_grant", "Token has been expired or revoked.")
        return self._hand_out(login, rotate=True)

    def _hand_out(self, login: Login, *, rotate: bool) -> dict[str, Any]:
        access = secrets.token_urlsafe(24)
        login.access[access] = time.time() + self.lifetime
        answer: dict[str, Any] = {"access_token": access, "token_type": "Bearer", "expires_in": self.lifetime}
        if rotate:
            login.refresh = answer["refresh_token"] = secrets.token_urlsafe(24)
        return answer | self.extra

    def _login_of(self, access: str) -> Login | None:
        return next((login for login in self.logins if login.alive and login.access.get(access, 0) > time.time()), None)

    def _introspect(self, form: dict[str, str], header: str) -> dict[str, Any]:
        """RFC 7662: what the mail server asks."""
        login = self._login_of(form["token"])
        return {"active": True, "sub": login.subject, "scope": "mail"} if login else {"active": False}


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *words):
        return None


def browse(address: str) -> str:
    """What a browser does; the address that it is sent to."""
    try:
        urllib.request.build_opener(_Stay).open(address)
    except urllib.error.HTTPError as found:
        return found.headers["Location"]
    raise AssertionError("no redirect")
