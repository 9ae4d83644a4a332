"""config/providers.py: the presets load, agree with each other, and are found by domain and by MX."""

from __future__ import annotations

import pytest

from watcher.config import providers
from watcher.config.values import parse_host_name

PRESETS = providers.load_providers()


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)
def test_a_preset_can_be_written_into_a_configuration(preset):
    assert parse_host_name(preset.imap.host) and parse_host_name(preset.smtp.host)
    assert preset.imap.host != providers.MX_HOST or preset.host_hint
    assert providers.provider_by_name(preset.name) is preset


def test_the_providers_that_businesses_use_are_there():
    wanted = "google microsoft fastmail icloud yahoo ionos ionos.de strato ovh mailbox.org gmx zoho infomaniak hetzner all-inkl"
    assert {preset.name for preset in PRESETS} >= set(wanted.split())
    assert [preset.name for preset in PRESETS if preset.auth[0] == "oauth2"] == ["google", "microsoft"]


def test_no_two_presets_claim_the_same_domain_or_exchanger():
    for names in ([d for p in PRESETS for d in p.domains], [m for p in PRESETS for m in p.mx]):
        assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("exchangers", "name"),
    [
        (["aspmx.l.google.com.", "alt1.aspmx.l.google.com."], "google"),
        (["SMTP.Google.com"], "google"),
        (["firm-example.mail.protection.outlook.com"], "microsoft"),
        (["firm-example.a-v1.mx.microsoft"], "microsoft"),
        (["mx00.kundenserver.de", "mx01.kundenserver.de"], "ionos.de"),
        (["mx00.ionos.com"], "ionos"),
        (["smtpin.rzone.de"], "strato"),
        (["w0123456.kasserver.com"], "all-inkl"),
        (["mx.notgoogle.com", "mail.firm.example"], None),
        ([], None),
    ],
)
def test_a_provider_is_known_by_the_servers_that_take_its_mail(exchangers, name):
    found = providers.find_provider_of_exchangers(exchangers)
    assert (found and found.name) == name


def test_a_provider_is_known_by_its_own_domain():
    found = providers.find_provider_of_domain("GMail.com")
    assert found is not None and found.name == "google"
    assert providers.find_provider_of_domain("firm.example") is None


def test_where_every_customer_has_a_server_it_is_the_one_of_the_mx():
    preset = providers.provider_by_name("all-inkl")
    made = providers.with_exchanger_host(preset, ["w0123456.kasserver.com."])
    assert (made.imap.host, made.smtp.host) == ("w0123456.kasserver.com", "w0123456.kasserver.com")
    assert providers.with_exchanger_host(preset, ["mx.firm.example"]) is preset
    google = providers.provider_by_name("google")
    assert providers.with_exchanger_host(google, ["aspmx.l.google.com"]) is google
