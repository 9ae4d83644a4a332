"""What the addresses and names of machines say that they send, in many languages. Tables, to be added to."""

from __future__ import annotations

#: Beginnings of the words of a local part ("rechnungen", "shipping-de"), too long for anybody's name.
FUNCTION_BEGINNINGS: tuple[str, ...] = (
    "bestell", "bestätigung", "bestaetigung", "commande", "pedido", "ordine", "encomenda", "siparis", "zamowieni", "objednavk",
    "rendeles", "comenzi", "tilauks", "parangel", "zakaz", "zamovlenn", "shipping", "shipment", "versand", "tracking", "sendung",
    "suivi", "expedition", "spedizion", "zasilk", "przesyl", "dostaw", "delivery", "lieferung", "livraison", "bezorg", "leverans",
    "dispatch", "billing", "invoice", "rechnung", "factur", "fattur", "faktur", "fatura", "szamla", "payment", "zahlung", "paiement",
    "pagament", "platnos", "betaling", "windykacj", "inkasso", "payroll", "statement", "notif", "benachrichtig", "powiadom", "upozorn",
    "bildirim", "ertesit", "uvedom", "warnung", "security", "sicherheit", "securite", "seguridad", "sicurezza", "signin", "verify",
    "verific", "connexion", "postfach", "kundenportal", "confirm", "conferma", "subscription", "suscripc", "abonnement", "comunicac",
    "reserv", "buchung", "booking", "rezerw", "prenotaz", "appointment", "feedback", "bewert", "survey", "umfrage", "enquete",
    "encuesta", "ankiet", "kopier", "copier", "photocop", "fotocop", "printer", "drucker", "backup", "sauvegard",
    "uptime", "nagios", "zabbix", "jenkins",
    "gitlab", "quarantin", "voicemail", "documenti", "invitation", "einladung", "automat",
)  # fmt: skip
#: Whole words of a local part: longer ones may be names ("scanlon"). None is a department that buys: those are customers' ("accounts").
FUNCTION_WORDS = frozenset(
    {
        "order", "orders", "ordini", "envio", "envios", "kargo", "parcel", "parcels", "paket", "pakete", "receipt", "receipts",
        "kvitto", "beleg", "belege", "mahnung", "mahnungen", "dunning", "pagos", "platby", "payout", "payouts", "laskut", "avis",
        "aviso", "avisos", "avisering", "notifiche", "alert", "alerts", "alarm", "login", "otp", "account", "konto", "compte",
        "cuenta", "portal", "renewal", "renewals", "vertrag", "vertraege", "updates", "digest", "termin", "termine", "rdv", "calendar",
        "review", "reviews", "opinion", "opinie", "quality", "qualite", "qualität", "helpdesk", "servicedesk", "scan",
        "scans", "scanner", "mfp",
        "monitor", "watch", "server", "build", "builds", "pbx", "ticket", "tickets", "documents", "shares", "tenders", "certs",
        "robot", "bot", "cron", "daemon", "system", "ops", "nas",
        "dokumente", "dokumenty", "documenten", "freigabe", "freigaben", "meldung", "meldungen", "melding", "applications",
        "bewerbungseingang", "tasks", "policies", "police", "retouren", "retoure", "returns", "retours", "resi", "registration",
        "registrierung", "customs", "sellers", "auth", "giris", "leituras", "lecturas", "ausleihe", "forum", "stampante", "imprimante",
        "impresora", "impressora", "drukarka", "tiskarna", "multifunction", "renouvellement", "renouvellements", "expiry",
        "statements", "einzug", "lastschrift", "kontoauszug", "erinnerung", "erinnerungen", "reminder", "reminders", "rappel",
        "rappels", "przypomnienie", "abholung", "zustellung", "redactie", "redaktion", "redaccion", "redazione", "newsroom",
        "rundschreiben", "infobrief", "mailing", "newsletter", "promo", "promos", "offers", "deals",
    }
)  # fmt: skip

#: Words of a display name that no person's name has.
NAMED_FUNCTIONS = frozenset(
    {
        "billing", "notifications", "notification", "alerts", "support", "team", "operations", "kundenservice", "kundendienst",
        "service", "services", "system", "server", "security",
        "reviews", "receipts", "via", "postfach", "benachrichtigung", "équipe", "equipo", "clients", "cliente", "clientes",
        "klantenservice", "kundtjänst", "kundeservice", "destek",
        "pomoc", "wsparcie", "podpora", "поддержка", "підтримка", "mailer", "backup", "monitor", "alert", "portal", "newsletter",
        "digest", "tracking", "versand", "payments", "info",
    }
)  # fmt: skip

#: Words of a local part where those are answered who bought: who buys writes from it seldom.
SERVICE_WORDS = frozenset(
    {
        "care", "customercare", "customerservice", "customersupport", "support", "service", "services", "kundenservice",
        "kundendienst", "serviceclient", "serviceclients", "client", "clients", "servizioclienti", "clienti", "clientes", "cliente",
        "atencion", "klantenservice", "klant", "kundtjanst", "kundeservice", "asiakaspalvelu", "obsluga", "podpora", "destek", "pomoc",
        "ugyfelszolgalat", "relation", "eshop", "webshop", "onlineshop", "customer",
    }
)  # fmt: skip
