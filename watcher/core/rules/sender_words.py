"""What the addresses of machines say that they send, in many languages. Tables, to be added to.

Most addresses are in the letters of ASCII, whatever the language. What machines call themselves in their names stands in `languages`.
"""

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
    "dostavk", "logariasm", "kvitter", "cobranc", "signup", "ablesung", "saapum", "vypis", "releve", "avvis", "rahunk", "facturi",
    "gitlab", "quarantin", "voicemail", "documenti", "invitation", "einladung", "automat",
    "pranesim", "uzsakym", "pazinojum", "pasutijum", "teavitus", "tellimus", "ilmoitus", "ilmoituks", "vahvistus", "tulokset", "orderbek",
    "obavijest", "obavest", "narudzb", "porudzb", "obvestil", "narocil", "porachk", "izvesti", "spovishch", "opovishch", "eidopoi",
    "bilgilendirme", "riaszt", "eticket", "einvoice", "efaktur", "efatura", "ebill", "ealarm", "recibo", "ricevut", "kviitung", "quittung",
    "reklamat", "reklamac", "reclamac", "reclami", "sesizar", "zgloszen", "podateln", "obrashen", "zayavk",
    "cpanel", "plesk", "kanri", "dingdan", "tongzhi", "shinsei", "kintai",
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
        "bilhetes", "billets", "biglietti", "bilety", "jegyek", "entradas", "billetter", "biljetter", "fahrkarten", "vstupenky", "biletler",
        "alerte", "alertes", "alerta", "alertas", "alarma", "alarmas", "larm", "larmcentral", "accuse", "nvr", "dvr", "iot", "oa", "spv",
        "rundschreiben", "infobrief", "mailing", "newsletter", "promo", "promos", "offers", "deals",
    }
)  # fmt: skip

#: Words of a local part where those are answered who bought: who buys writes from it seldom.
SERVICE_WORDS = frozenset(
    {
        "care", "customercare", "customerservice", "customersupport", "support", "service", "services", "kundenservice",
        "kundendienst", "serviceclient", "serviceclients", "client", "clients", "servizioclienti", "clienti", "clientes", "cliente",
        "atencion", "klantenservice", "klant", "kundtjanst", "kundeservice", "asiakaspalvelu", "obsluga", "podpora", "destek", "pomoc",
        "ugyfelszolgalat", "assistenza", "assistance", "asistencia", "assistencia", "sav", "soporte", "suporte", "suport", "supporto",
        "tuki", "tugi", "pagalba", "atbalsts", "podrska", "yardim", "ayuda", "ajuda", "hjalp", "hjelp", "buergerservice", "bürgerservice",
        "relation", "eshop", "webshop", "onlineshop", "customer",
    }
)  # fmt: skip

#: Words of a local part that is a house's and nobody's name. Customers write from such addresses too, and want something.
HOUSE_WORDS = frozenset(
    {
        "backup", "backups", "ups", "nas", "scanner", "printer", "drucker", "monitor", "monitoring", "router", "firewall", "server",
        "info", "infos", "hello", "hallo", "hola", "bonjour", "ciao", "hej", "hei", "hi", "ola", "ahoj", "merhaba", "moin", "welcome",
        "contact", "kontakt", "contacto", "contatto", "contatti", "contato", "contactez", "yhteys", "iletisim", "kapcsolat", "epikoinonia",
        "office", "mail", "email", "post", "posta", "postmaster", "correo", "courriel", "team", "crew", "equipe", "equipo", "ekip",
        "shop", "store", "magasin", "boutique", "tienda", "negozio", "loja", "winkel", "sklep", "obchod", "butik", "butikken", "kauppa",
        "bolt", "magazin", "trgovina", "pood", "veikals", "laden", "markt", "market", "mercato", "sales", "verkauf", "vertrieb", "ventes",
        "ventas", "vendite", "vendas", "verkoop", "sprzedaz", "prodej", "predaj", "myynti", "satis", "vanzari", "prodaja", "press",
        "presse", "prensa", "stampa", "media", "news", "aktuell", "aktuelles", "neues", "noticias", "notizie", "novinky", "uutiset",
        "nyheter", "nieuws", "haber", "hirek", "stiri", "events", "event", "club", "verein", "association", "asso", "asociacion", "studio",
        "atelier", "workshop", "werkstatt", "taller", "bottega", "pracownia", "hotel", "gaeste", "guests", "praxis", "clinic", "klinik",
        "clinica", "school", "schule", "escuela", "ecole", "scuola", "skola", "szkola", "museum", "museo", "musee", "theater", "kino",
        "cinema", "library", "bibliothek", "biblioteca", "parish", "pfarramt", "gemeinde", "church", "biuro", "iroda", "ofis", "toimisto",
        "kontor", "kontoret", "kantoor", "kancelar", "kanzlei", "birou", "pisarna", "ured", "bilgi", "admin", "administration",
        "administracion", "verwaltung", "hausverwaltung", "reception", "rezeption", "empfang", "accueil", "recepcion", "ricezione",
        "recepcja", "recepce", "membership", "members", "mitglieder", "secretary", "secretariat", "secretaria", "segreteria", "sekretariat",
        "board", "vorstand", "styrelsen", "bestyrelsen", "comite", "komitee", "training", "academy", "akademie", "kurse", "courses",
        "cursos", "corsi", "redaktion", "editor", "letter", "brief", "community", "marketing", "werbung", "citas", "cita", "kalender",
        "calendar", "agenda", "reports", "report", "status", "monit", "device", "devices", "sensor", "fax", "git", "ci", "debitoren",
        "inkasso", "accounting", "mahnwesen", "zugang", "access", "acceso", "accesso", "dostep", "cloud", "app", "online", "web", "www",
    }
)  # fmt: skip
