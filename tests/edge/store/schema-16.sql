BEGIN TRANSACTION;
CREATE TABLE absence (
	person TEXT NOT NULL, 
	until VARCHAR(27) NOT NULL, 
	PRIMARY KEY (person)
);
CREATE TABLE alert (
	kind TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	since VARCHAR(27) NOT NULL, 
	text TEXT NOT NULL, 
	told_at VARCHAR(27) NOT NULL, 
	ended_at VARCHAR(27), 
	PRIMARY KEY (kind, subject)
);
CREATE TABLE canary (
	mailbox TEXT NOT NULL, 
	"key" TEXT NOT NULL, 
	sent_at VARCHAR(27) NOT NULL, 
	arrived_at VARCHAR(27), 
	problem TEXT NOT NULL, 
	PRIMARY KEY (mailbox)
);
CREATE TABLE command (
	fingerprint VARCHAR(64) NOT NULL, 
	message_id TEXT, 
	mark VARCHAR(64) NOT NULL, 
	person TEXT NOT NULL, 
	letter INTEGER, 
	at VARCHAR(27) NOT NULL, 
	changed INTEGER NOT NULL, 
	result TEXT NOT NULL, 
	PRIMARY KEY (fingerprint), 
	UNIQUE (message_id), 
	UNIQUE (mark), 
	FOREIGN KEY(letter) REFERENCES letter (id)
);
CREATE TABLE digest_line (
	letter INTEGER NOT NULL, 
	inquiry INTEGER NOT NULL, 
	line INTEGER NOT NULL, 
	nag INTEGER DEFAULT '0' NOT NULL, 
	since VARCHAR(27), 
	PRIMARY KEY (letter, inquiry), 
	FOREIGN KEY(letter) REFERENCES letter (id), 
	FOREIGN KEY(inquiry) REFERENCES inquiry (number)
);
INSERT INTO "digest_line" VALUES(2,1,1,0,'2026-11-23T10:00:00.000000Z');
CREATE TABLE digest_review (
	letter INTEGER NOT NULL, 
	entry INTEGER NOT NULL, 
	PRIMARY KEY (letter, entry), 
	FOREIGN KEY(letter) REFERENCES letter (id), 
	FOREIGN KEY(entry) REFERENCES review (entry)
);
CREATE TABLE folder (
	mailbox TEXT NOT NULL, 
	name TEXT NOT NULL, 
	role TEXT NOT NULL, 
	uidvalidity BIGINT NOT NULL, 
	activated_at VARCHAR(27) NOT NULL, 
	last_look_at VARCHAR(27), 
	baseline_at VARCHAR(27), 
	PRIMARY KEY (mailbox, name)
);
INSERT INTO "folder" VALUES('sales','INBOX','inbox',7,'2026-11-23T10:00:00.000000Z',NULL,NULL);
CREATE TABLE incident (
	kind TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	since VARCHAR(27) NOT NULL, 
	text TEXT NOT NULL, 
	PRIMARY KEY (kind, subject)
);
CREATE TABLE inquiry (
	number INTEGER NOT NULL, 
	mailbox TEXT NOT NULL, 
	state TEXT NOT NULL, 
	customer TEXT NOT NULL, 
	customer_name TEXT NOT NULL, 
	reach TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	message_id TEXT NOT NULL, 
	fingerprint VARCHAR(64) NOT NULL, 
	opened_at VARCHAR(27) NOT NULL, 
	owner TEXT NOT NULL, 
	ladder TEXT NOT NULL, 
	promise_at VARCHAR(27), 
	next_nag_at VARCHAR(27), 
	nags INTEGER NOT NULL, 
	escalated INTEGER NOT NULL, 
	waiting_since VARCHAR(27), 
	last_customer_at VARCHAR(27), 
	last_customer_id TEXT NOT NULL, 
	language TEXT NOT NULL, 
	excerpt TEXT NOT NULL, 
	tags TEXT NOT NULL, 
	ack_reason TEXT, 
	answered_by TEXT, 
	answered_with TEXT, 
	answered_at VARCHAR(27), 
	answered_how TEXT, 
	problem_kind TEXT NOT NULL, 
	problem TEXT NOT NULL, 
	hinted_by TEXT, 
	hinted_with TEXT, 
	hinted_at VARCHAR(27), 
	hinted_how TEXT, 
	settled_at VARCHAR(27), 
	disputed_at VARCHAR(27), 
	nagged_at VARCHAR(27), 
	escalate_at VARCHAR(27), 
	urgent_at VARCHAR(27), 
	first_promise_at VARCHAR(27), 
	responses TEXT, 
	renew_at VARCHAR(27), 
	renewed_promise_at VARCHAR(27), 
	PRIMARY KEY (number)
);
INSERT INTO "inquiry" VALUES(1,'sales','waiting','carol@customer.example','Carol','carol@customer.example','A quote, please','q1@customer.example','ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff','2026-11-23T10:00:00.000000Z','anna','default',NULL,'2026-11-23T12:00:00.000000Z',0,0,'2026-11-23T10:00:00.000000Z','2026-11-23T10:00:00.000000Z','q1@customer.example','','','[]',NULL,NULL,NULL,NULL,NULL,'','',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE instance (
	id TEXT NOT NULL, 
	place TEXT NOT NULL, 
	host TEXT NOT NULL, 
	process INTEGER NOT NULL, 
	started_at VARCHAR(27) NOT NULL, 
	renewed_at VARCHAR(27) NOT NULL, 
	expires_at VARCHAR(27) NOT NULL, 
	mailboxes TEXT NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE journal (
	id INTEGER NOT NULL, 
	inquiry INTEGER NOT NULL, 
	at VARCHAR(27) NOT NULL, 
	event TEXT NOT NULL, 
	text TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(inquiry) REFERENCES inquiry (number)
);
INSERT INTO "journal" VALUES(1,1,'2026-11-23T10:00:00.000000Z','opened','human mail from outside');
CREATE TABLE lease (
	subject TEXT NOT NULL, 
	holder TEXT NOT NULL, 
	token BIGINT NOT NULL, 
	PRIMARY KEY (subject)
);
CREATE TABLE ledger (
	id INTEGER NOT NULL, 
	mailbox TEXT NOT NULL, 
	folder TEXT NOT NULL, 
	uidvalidity BIGINT NOT NULL, 
	uid BIGINT NOT NULL, 
	role TEXT NOT NULL, 
	decided_at VARCHAR(27) NOT NULL, 
	kind TEXT, 
	fingerprint VARCHAR(64), 
	message_id TEXT, 
	received_at VARCHAR(27), 
	sender TEXT, 
	subject TEXT, 
	rule TEXT, 
	why TEXT, 
	codes TEXT, 
	inquiry INTEGER, 
	attention TEXT, 
	text_digest VARCHAR(64), 
	verdict TEXT, 
	PRIMARY KEY (id), 
	CONSTRAINT one_decision_a_message UNIQUE (mailbox, folder, uidvalidity, uid), 
	FOREIGN KEY(inquiry) REFERENCES inquiry (number)
);
INSERT INTO "ledger" VALUES(1,'sales','INBOX',7,1,'inbox','2026-11-23T10:00:00.000000Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ledger" VALUES(2,'sales','INBOX',7,2,'inbox','2026-11-23T10:00:00.000000Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ledger" VALUES(3,'sales','INBOX',7,3,'inbox','2026-11-23T10:00:00.000000Z','inquiry','ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff','q1@customer.example','2026-11-23T10:00:00.000000Z','carol@customer.example','A quote, please','','human mail','',1,NULL,NULL,NULL);
CREATE TABLE letter (
	id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	"key" TEXT NOT NULL, 
	state TEXT NOT NULL, 
	mailbox TEXT NOT NULL, 
	sender TEXT NOT NULL, 
	recipient TEXT NOT NULL, 
	recipient_key TEXT NOT NULL, 
	message_id TEXT NOT NULL, 
	data BLOB NOT NULL, 
	created_at VARCHAR(27) NOT NULL, 
	next_at VARCHAR(27) NOT NULL, 
	person TEXT NOT NULL, 
	slot TEXT NOT NULL, 
	inquiry INTEGER, 
	answers_at VARCHAR(27), 
	has_evidence BOOLEAN NOT NULL, 
	outline TEXT NOT NULL, 
	attempts INTEGER NOT NULL, 
	may_have_left INTEGER NOT NULL, 
	offered_at VARCHAR(27), 
	code INTEGER, 
	reason TEXT NOT NULL, 
	error TEXT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE ("key"), 
	UNIQUE (message_id), 
	FOREIGN KEY(inquiry) REFERENCES inquiry (number)
);
INSERT INTO "letter" VALUES(1,'acknowledgement','ack:sales:carol@customer.example:q1@customer.example','sent','sales','sales@example.com','carol@customer.example','carol@customer.example','n.1@example.com',X'5375626A6563743A205765206861766520796F7572206D61696C0D0A0D0A5468616E6B20796F752E0D0A','2026-11-23T10:00:00.000000Z','2026-11-23T10:00:00.000000Z','','',1,'2026-11-23T10:00:00.000000Z',0,'',1,0,'2026-11-23T10:00:00.000000Z',250,'','');
INSERT INTO "letter" VALUES(2,'digest','digest:anna:2026-11-23 14:00','pending','sales','sales@example.com','anna@example.com','anna@example.com','n.2@example.com',X'5375626A6563743A205765206861766520796F7572206D61696C0D0A0D0A5468616E6B20796F752E0D0A','2026-11-23T10:00:00.000000Z','2026-11-23T10:00:00.000000Z','anna','2026-11-23 14:00',NULL,NULL,0,'',0,0,NULL,NULL,'','');
CREATE TABLE loose (
	name TEXT NOT NULL, 
	turn TEXT NOT NULL, 
	PRIMARY KEY (name, turn)
);
CREATE TABLE mailbox (
	name TEXT NOT NULL, 
	account TEXT NOT NULL, 
	address TEXT NOT NULL, 
	activated_at VARCHAR(27), 
	last_look_at VARCHAR(27), 
	PRIMARY KEY (name)
);
INSERT INTO "mailbox" VALUES('sales','','','2026-11-23T10:00:00.000000Z',NULL);
CREATE TABLE meta (
	"key" TEXT NOT NULL, 
	value TEXT NOT NULL, 
	PRIMARY KEY ("key")
);
INSERT INTO "meta" VALUES('schema','16');
INSERT INTO "meta" VALUES('uuid','00000000000000000000000000000000');
INSERT INTO "meta" VALUES('send_seq','1');
CREATE TABLE missing (
	mailbox TEXT NOT NULL, 
	folder TEXT NOT NULL, 
	uidvalidity BIGINT NOT NULL, 
	uid BIGINT NOT NULL, 
	tries INTEGER NOT NULL, 
	since VARCHAR(27), 
	PRIMARY KEY (mailbox, folder, uidvalidity, uid)
);
CREATE TABLE proposal (
	inquiry INTEGER NOT NULL, 
	at VARCHAR(27) NOT NULL, 
	"by" TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	PRIMARY KEY (inquiry), 
	FOREIGN KEY(inquiry) REFERENCES inquiry (number)
);
CREATE TABLE refusal (
	id INTEGER NOT NULL, 
	person TEXT NOT NULL, 
	at VARCHAR(27) NOT NULL, 
	why TEXT NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE returned (
	message_id TEXT NOT NULL, 
	at VARCHAR(27) NOT NULL, 
	"to" TEXT NOT NULL, 
	why TEXT NOT NULL, 
	PRIMARY KEY (message_id)
);
CREATE TABLE review (
	entry INTEGER NOT NULL, 
	sender_name TEXT NOT NULL, 
	customer TEXT NOT NULL, 
	customer_name TEXT NOT NULL, 
	reach TEXT NOT NULL, 
	owner TEXT NOT NULL, 
	ladder TEXT NOT NULL, 
	language TEXT NOT NULL, 
	excerpt TEXT NOT NULL, 
	tags TEXT NOT NULL, 
	ids TEXT NOT NULL, 
	parents TEXT NOT NULL, 
	sibling_keys TEXT NOT NULL, 
	server_key TEXT NOT NULL, 
	shown_at VARCHAR(27), 
	promoted_at VARCHAR(27), 
	PRIMARY KEY (entry), 
	FOREIGN KEY(entry) REFERENCES ledger (id)
);
CREATE TABLE thread (
	message_id TEXT NOT NULL, 
	inquiry INTEGER NOT NULL, 
	PRIMARY KEY (message_id, inquiry), 
	FOREIGN KEY(inquiry) REFERENCES inquiry (number)
);
INSERT INTO "thread" VALUES('q1@customer.example',1);
CREATE TABLE turn (
	"key" TEXT NOT NULL, 
	inquiry INTEGER NOT NULL, 
	at VARCHAR(27) NOT NULL, 
	part TEXT NOT NULL, 
	"by" TEXT NOT NULL, 
	addresses TEXT NOT NULL, 
	ids TEXT NOT NULL, 
	parents TEXT NOT NULL, 
	strength INTEGER NOT NULL, 
	how TEXT NOT NULL, 
	name TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	PRIMARY KEY ("key", inquiry)
);
CREATE TABLE written (
	message_id TEXT NOT NULL, 
	PRIMARY KEY (message_id)
);
CREATE INDEX turn_inquiry ON turn (inquiry);
CREATE INDEX loose_turn ON loose (turn);
CREATE INDEX inquiry_customer ON inquiry (lower(customer));
CREATE INDEX inquiry_due ON inquiry (state, next_nag_at);
CREATE INDEX refusal_person ON refusal (person, at);
CREATE INDEX ledger_inquiry ON ledger (inquiry);
CREATE INDEX ledger_message_id ON ledger (message_id);
CREATE INDEX ledger_fingerprint ON ledger (fingerprint);
CREATE INDEX journal_inquiry ON journal (inquiry);
CREATE INDEX letter_person ON letter (person, kind);
CREATE INDEX letter_inquiry ON letter (inquiry);
CREATE INDEX letter_recipient_key ON letter (recipient_key, created_at);
CREATE INDEX letter_due ON letter (state, next_at);
CREATE INDEX letter_mailbox ON letter (mailbox, created_at);
CREATE INDEX letter_offered ON letter (kind, offered_at);
CREATE INDEX digest_line_inquiry ON digest_line (inquiry);
CREATE INDEX review_promoted ON review (promoted_at);
CREATE INDEX command_person ON command (person, at);
COMMIT;
