"""English."""

from __future__ import annotations

from watcher.core.rules.languages.words import (
    AbsenceWords,
    CircularWords,
    LanguageWords,
    LetterWords,
    NoticeWords,
    VoiceWords,
)

WORDS = LanguageWords(
    absence=AbsenceWords(
        away=(
            "out of (the |my )?office|out of (the )?country|(i am|i'm|i will be|i'll be|we are|we're) (currently |now )?(away|"
            "on (annual |maternity |paternity |parental |sick |medical )?(leave|vacation|holiday)|on holidays|travel+ing)|on (annual|"
            "maternity|parental|sick) leave|away from (the|my) (office|desk|email|e-mail)|our office is closed|office (is|"
            "will be) closed|(rooms|offices|premises|doors) (are|will be|remain) (closed|shut)|"
            "(office|shop|store|workshop|studio|clinic|practice|company|showroom|business|warehouse|team|we) (is|are|"
            "will be|remains?|will remain) (currently )?(closed|shut)|closed for (the )?(holidays?|christmas|easter|summer|season|"
            "vacation)|closed over|no longer (with|work|working|employed|at)|has left (the company|the firm|us|our)|(have|has) retired|"
            "left the (company|firm|business)|am (now )?on (pto|sabbatical|leave|a break|furlough|jury)|on (an )?extended leave|"
            "(paternity|adoption|compassionate|study|family) leave|out sick|off work|not in the office|(i am|i'm) (currently )?(off|"
            r"abroad|travel+ing|unavailable)|office hours are over|am attending|off-?\s?site|(closed|away|off) until"
        ),
        added=(
            "(will|shall|to) (be back|return|respond|reply|answer)|(be )?back (on|in the office)|upon my return|when i (return|"
            "am back|get back)|until|limited access|no access to|(not|won't be) (be )?(able to )?(read|check)|for urgent|urgent|"
            "if urgent|in urgent|urgent matters|my absence|please contact|returning on|re-?open|(direct|address|forward|send|"
            "redirect) (your|all|any)|not (being )?monitored|not (be )?read|after that date|on my return|from (monday|tuesday|"
            r"wednesday|thursday|friday|\d)|till |through |replying|in my absence|as soon as i"
        ),
        maybe_away=(
            r"(taken|taking) (a|an|some|my) (\p{L}+ )?(holidays?|vacation|leave|break)|gone fishing|(off|home|out) (sick|ill)|(i am|"
            r"i'm) (\p{L}+ )?(ill|sick|unwell|in hospital|part[- ]time|off( today| this week)?(?!\p{L}))|on (\p{L}+ )?leave|"
            "on a (business )?trip|(i am|i'm|i will be|we are|we're|i'll be) (currently |now )?(away|travel+ing|exhibiting|at (a |"
            r"the )(\p{L}+ )?(fair|conference|trade show|exhibition))|bereavement|work(ing)? part[- ]time|no longer (part of|employed)|"
            "bank holiday|public holiday|shut ?down|not (working|at my desk|in today)|do not work on|don't work on|out of town|"
            r"non-working day|ooo(?!\p{L})|(i'm|i am|i will be|we are|we're) out(?!\p{L})|(paternity|maternity|parental) leave|retired|"
            r"at a (conference|seminar|training)|do not work (on )?\p{L}+days?|not available|unavailable|(some )?time off|offsite"
        ),
        answers=(
            "looking after my|in (his|her|their|my|our) (absence|place)|covering for me|on (our|my|his|her) return|get back to you|"
            r"(reply|respond|answer)\w*( \p{L}+){0,4} (when|once|as soon|after|on my)|(reply|respond|answer)(ing)? (to )?(you|your|"
            "e-?mails?|messages?)|(answered|dealt with|replied to)|longer than usual|slow (to|in)|next working day|for anything urgent|"
            "urgent|limited access|no access|will (reply|respond|answer|be back)|be back|back on|back in the office|be delayed|"
            "back (tmrw|tomorrow|soon)|check(ing)? (my )?(e-?mails?|messages)|pick (this|it) up|for all (enquiries|inquiries)|"
            "reach out to|contact my colleague|until (mid|late|early)|will reply|slower (replies|responses)|back at (the|my) desk"
        ),
        alone=(
            r"limited (access|connectivity)( \p{L}+)? to (my )?e-?mails?(?! account)|(mailbox|inbox|address|account|"
            "e-?mail) is no longer (monitored|in use|read)|(replies|responses|answers) (may|might|will) (take longer|be delayed)|"
            r"(respond|reply|answer)\w*( \p{L}+){0,3} on my next working day|(in|during) my absence,? (please )?(contact|call|write)|"
            r"(your|this) (e-?mail|message) (will|is) not (be )?(being )?(forwarded|read)|in my absence, (\p{L}+ ){1,4}(is|will be)|"
            r"slow(er)? (to|in) (respond|reply|answer)\w*|only check(ing)? (my )?e-?mails? (occasionally|sporadically|rarely)|"
            r"sporadic access|(i )?will (respond|reply|answer)( \p{L}+){0,4} (when i'm back|when i am back|(up)?on my return|"
            r"when i return)|\A(i'm |i am |we're |we are )?(out|off|away|ooo)( of office)?,? (until|till|til|back) [^.!?,]{2,20}[.!]?\Z|"
            r"i('m| am) ooo(?!\p{L})|i have now retired|\A(still |currently |we're |i'm )?on (my )?(holidays?|vacation|"
            r"(annual )?leave)[^,?]{0,20}\Z|(until|till) then .{0,30}(not|n't|no) .{0,20}(read|check|see|look|open)|(can|may|"
            "might) take (us |me )?(up to |as long as )?.{0,25}(days?|hours) (to|before|until|for) .{0,25}(reply|respond|answer|"
            "get back|hear)|here for you again|(surgery|practice|clinic|shop|office|studio) (takes|is taking|has) a break"
        ),
        everyday_away=(
            r"jury|flu(?!\p{L})|in bed|(hurt|put out) my|new baby|baby is here|moved to (our|the|another)|only work|sleeps|on (holiday|"
            "vacation|leave)|gone fishing|taking (some|a few|a couple)|(a few|several|some|two|three) days (off|leave)|stepped away|"
            "step(ping)? back from work|newborn|(annual|christmas|summer|winter|works?|factory|plant) (shut ?down|closure|break|recess)|"
            "in (surgery|hospital|rehab|recovery|quarantine)|recovering|in meetings (abroad|all|until|through)|moved on( from|"
            r"(?!\p{L}))|(have|has|i've) (left|departed)|my last (working )?day|not working (on|today|this|until)|(training|"
            "induction) (course|day|week|session)|on (a|an) (training|course|away day|field trip|site visit)|without (a )?laptop|"
            "stock-?(taking|take)|honeymoon|gap year|career break|secondment|jury (duty|service)|strike|power cut|snow day|long weekend|"
            "half-term|day off|compassionate|religious holiday|laid up|on crutches|broken (ankle|arm|leg|wrist|hip|collarbone)|"
            "in plaster|under the weather|no signal|snowed (in|under)|(moving|refitting|renovating) (house|home|premises|the (shop|"
            "office|workshop))|at (a|my|our) (wedding|funeral|family)|on the road|poor (signal|reception|connection)|(i'm|i am|we're|"
            "we are) (off|out|away|not in|not here|elsewhere)|(off|out) (until|till|this (week|morning|afternoon)|today|on the (water|"
            "road|hill))|(don't|do not|never) work (on )?(mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|weekends?|afternoons|"
            "mornings)|no longer (looks? after|handles?|responsible|deals? with|in charge|reads?|reachable)|having a (rest|break)|"
            r"on (a )?break|unplugged|offline|recharging|away (in|at|on|with|for|until|till|from)(?!\p{L})|at sea|abroad|overseas|(sail|"
            "trek|hik|ski|climb|camp|cruis|backpack)+ing|on (a|the) (boat|train|plane|beach|retreat|cruise|pilgrimage)|in (hospital|"
            "mourning)|(father|mother|wife|husband|son|daughter|dad|mum|brother|sister) (has )?(died|passed away)|funeral|"
            "have (just )?become (a )?(father|mother|parent|dad|mum)|work (on )?(mon|tues|wednes|thurs|fri|mornings|afternoons|part|two|"
            "three|four)|(working|work) (half days|reduced hours|shorter|mornings only)|(i|has|have|who) (now )?retired|(workshop|shop|"
            "studio|kiln|office|bakery|kitchen|garage|yard|team|factory|oven|machines) (is|are|rests?|sleeps?|takes?|"
            "stands?) (on holiday|on leave|a break|cold|asleep|dark|still|empty|off|resting|away)|(rests?|sleeps) (from|until|till)|"
            "seconded|phone (is|stays|will be) (off|in)|no (wi-?fi|coverage|reception|internet)|switched off|moved to a different"
        ),
        everyday_answers=(
            "nobody is (looking|reading|monitoring)|won't (see|read|get) (this|your|to)|has my diary|has picked up|picks? up (my|"
            "everything)|(only )?(glancing|looking|dipping) (at|into|in)|(is now|now) the person to (speak|talk|write)|"
            "person to (speak|talk) to|can't wait|cannot wait|ring the (main|office|front)|expected back|back (at|to) (my desk|work)|"
            "pick (up )?your (message|e-?mail)|we'll pick (this|it) up|resume (work|normal|business)|normal (service|hours|business)|"
            "when (we|i) re-?open|(stepping|filling) in|standing in|mind(s|ing) (my|the) (desk|inbox|mail)|(no|without) (access|"
            "signal|internet|e-?mail)|next week|please (try|speak to|get in touch with|talk to|use)|see (this|your)|(is|"
            "'s) running (the|my|our)|hard(er)? to reach|before you hear|bear with (us|me)|see you (on|next|in)|speak (soon|on|next)|"
            "ring (him|her|them)|redirect|(mailbox|address|account|inbox) (will be|is being|has been) (closed|deleted|removed|"
            r"deactivated)|correspondence to|\p{L}+ (helps|is helping|will help|can help|steps in|is stepping in|covers|is covering|"
            "has the keys|looks after|takes over|stands in)|(her|his|their|my) successor|you'll (get|have|hear)|(parcels|orders|post|"
            "deliveries) (go|goes|leave|are sent) .{0,12}again|(back|here again) (on|at|in|from)|on (monday|tuesday|wednesday|"
            "thursday|friday) (morning|again)|tomorrow morning|catch up|(has|have|with) my (files|desk|customers|clients|calls|cases|"
            "work|accounts)|(is|are) minding|my desk is|pick things up|(read|check|open|look at) (my |your |the |them )?(e-?mails?|"
            "mail|messages?|post) (then|in the evening|once|rarely|occasionally|every)|one (after the other|by one|at a time)|"
            "in (turn|order of|the order)|home (again )?(on|by|from|in)|as soon as (we|i) (get|are|am|come) |anything (urgent|that|"
            "pressing)|if it('s| is) (urgent|pressing)|have to wait (until|till)|open again|opens again"
        ),
        subjects=(
            "(annual|maternity|parental|paternity|sick|study) leave|on (leave|holiday|vacation)|out (of|from) (the )?(office|town)|"
            "holiday (closure|closing|hours|notice)|(annual|christmas|summer|winter|easter|works|office|seasonal) (closure|"
            "shut ?down|closing|opening|hours|break|recess)|(we are|we're|office|shop|workshop) closed|closed (for|from|until|over)|"
            "(away|absence) (notice|message)|vacation (notice|message|responder)|unavailable|not (in|at) (the|my) (office|desk)|"
            "absen(ce|t)|(we|shop|studio) (are |is )?(closing|shut)|closing (for|early|from|until)|(on the road|travelling|"
            r"traveling)(?!\p{L})|(thank you|thanks)( very much)? for (your|the) (message|e-?mail|mail|enquiry|inquiry|note)|"
            r"your (message|e-?mail|mail)( to \p{L}+)?\Z|we('ve| have)? (got|received) your (message|e-?mail|enquiry|inquiry)|(we're|"
            r"we are|i'm|i am) (away|off|on (my|our|holiday|leave))|on (our|my) holidays?|closed (today|this week|on|over|all|\d)|(away|"
            "off) (until|till|from|this|next)|taking a break|no longer (here|with us|at)|(shop|store|studio|workshop|office|practice|"
            r"surgery|restaurant|bakery|garage|showroom|gallery|salon|yard|farm|warehouse)( \p{L}+)? (closed|shut|closing|closes|"
            "on holiday)|closure (dates|notice|from|for|until|over|period)|(works|plant|factory) (holiday|shutdown|closure)|we('re|"
            r" are) (closed|shut|closing)|re-?opening (on|in|\d)|back open|gone (away|skiing|camping|climbing)"
        ),
        trade=(
            "deliveries|orders (placed|received|taken|from)|orders and (invoices|quotes|deliveries)|"
            "(are|be|is) (delivered|ordered) (from|again|after|as)"
        ),
        arranges=(
            "thought of (the|your)|go(ing)? ahead|(we|i) (accept|agree|confirm|approve|'ll take|will take)|approved|sounds good|(that's|"
            r"that is|is|are) (fine|perfect|ok)(?!\p{L})|(suits?|works for) (me|us)(?!\p{L})|yes,? please|happy with|(has|have|"
            r"with) (the|a|our|my) keys?(?! to)(?!\p{L})|let you in|(husband|wife|son|daughter|partner|neighbour|mother|father|"
            r"caretaker)( \p{L}+)? (is|will be) (in|there|(at )?home)(?!\p{L})|(husband|wife|son|daughter|partner|neighbour|mother|"
            "father|caretaker) (can|will) (let|open|show)|any (other )?day|(before|after) (is|that is|then is) (fine|ok|good|great)|"
            "looks good|otherwise perfect|deposit (is|has)|transferred"
        ),
        urgent=(
            "urgent|emergency|urgency|in a hurry|pressing|can't wait|cannot wait|something sooner|"
            "need (help|something|us|me|an answer) (sooner|now|today|before then)"
        ),
    ),
    notices=NoticeWords(
        automatic=(
            "this is an auto; this is a system-generated; this is a computer-generated; is an automated; is an automatic; "
            "automatically generated; auto-generated; generated automatically; automatically sent; sent automatically; "
            "do not reply to this; don't reply to this; do not respond to this; please do not reply; please don't reply; "
            "replies to this * not; cannot receive replies; mailbox is not monitored; inbox is not monitored; address is not monitored; "
            "sent from an unmonitored; sent from a notification-only; cannot accept incoming"
        ),
        receipt=(
            "complete the verification process; verify that you are a human; confirm that you are a human; message has been held; "
            "message is being held; is awaiting verification; your issue has been; your incident has been; issue received; "
            "has been assigned the number; has been assigned to our; it has been given number; no need to contact us again; "
            "there is no need to write again; we received your message; we received your request; we received your enquiry; "
            "we received your inquiry; we received your email; we received your e-mail; we have received your message; "
            "we have received your request; we have received your enquiry; we have received your inquiry; we have received your email; "
            "we have received your e-mail; we have received your submission; we have received your application; "
            "we have successfully received; we've received your; we've got your message; we got your message; your request has been; "
            "your request was received; your request (; your ticket has been; your ticket #; your message has been received; "
            "your enquiry has been; your inquiry has been; your case has been; your email has been received; ticket has been created; "
            "ticket has been opened; a ticket was created; a case has been; a new ticket; has been assigned ticket; has been logged; "
            "ticket received; your case number; your ticket number; your reference number is; acknowledge receipt of your; "
            "acknowledge that we have received; this is to confirm receipt; is logged as; logged as job; logged under; we have logged; "
            "we've logged; been recorded under; been registered under; is registered under; your request id; your ticket id; your case id; "
            "your case reference; your claim reference; your claim number is; your report number; has been safely received; "
            "have safely received; has reached us; your report has been; your application has been received; your complaint has been; "
            "your claim has been; you don't need to do anything else; you do not need to do anything else; please quote this number; "
            "please quote this reference; please keep this number; quote the number above; a human from our team; an engineer has been; "
            "has been passed to the * team; has been forwarded to the * team; with the right team; successfully submitted"
        ),
        courtesy=(
            "thank you for contacting; thanks for contacting; thank you for reaching out; thanks for reaching out; "
            "thank you for getting in touch; thanks for getting in touch; thank you for your enquiry; thank you for your inquiry; "
            "thank you for your message; thank you for your email; one of our agents will; a member of our team will; "
            "our team will get back to you; we will get back to you; we aim to respond; we aim to reply; we typically reply; we aim to be; "
            "we aim to get; someone from our; within * working days; within * business days; take a look shortly; will be in touch within"
        ),
        trade=(
            "thank you for your order; thanks for your order; thank you for your purchase; thanks for your purchase; "
            "thank you for shopping; thank you for ordering; thank you for your payment; thank you for your booking; order confirmation; "
            "your order * has been; your order * has shipped; your order * is confirmed; your order * confirmed; "
            "your order * is on its way; your order * was; your order is being; your order is on; we've shipped your; "
            "we have shipped your; we received your order; we have received your order; we've received your order; your package * has; "
            "your package is; your delivery is; your item * has; out for delivery; has been delivered; was delivered; track your package; "
            "track your order; tracking number:; your invoice * is; your invoice from; your invoice for; "
            "please find attached your invoice; your payment * was; your payment * has been; payment received; payment confirmation; "
            "we received your payment; we have received your payment; your subscription * will renew; your subscription has; "
            "your statement is; your bill is; your booking * is confirmed; your booking * confirmed; your reservation * confirmed; "
            "your reservation * is confirmed; your refund; our invoice; find attached * invoice; attached * your invoice; "
            "invoice * is attached; invoice * attached; invoice * is now available; invoice * is overdue; payment * is overdue; "
            "your parcel; your package was; your package has; your package will; left with a neighbour; left with a neighbor; "
            "left in your safe place; here are your tickets; here is your ticket; your e-ticket; your card was declined; "
            "your card has been; payment failed; payment was declined; update your payment; statement is ready; we have issued a refund; "
            "we've issued a refund; we have refunded; your shipment; your delivery was; your delivery will; ready for collection; "
            "ready for pickup; ready to collect; your receipt; your reservation is; your tickets are; we couldn't deliver; "
            "we could not deliver your; your statement * ready; statement is now available; is ready to view; refund of * issued; "
            "refund of * processed; plan renews; subscription renews; membership renews; card is about to expire; driver missed you; "
            "has been renewed for; renewal order; summary of your order; your tax document; your payslip; refund to your card; "
            "will be charged for your; we will be processing your order; was taken from your; has been taken from your; your card ending; "
            "your debit card; your credit card was; your card was used; will leave your account; will be collected from your account; "
            "your account has been debited; your account has been credited; your balance is; has been spent on your card; your direct debit"
        ),
        access=(
            "your verification code; your security code; your login code; your sign-in code; your one-time; your one time; "
            "your confirmation code; your access code; is your verification; is your code; your code is; your code:; use this code; "
            "use the code; use the following code; enter this code; enter the code; code expires in; code will expire; code is valid; "
            "valid for * minutes; expires in * minutes; share this code; share it with anyone; reset your password; request to reset; "
            "requested a password; password reset was requested; password reset request; password was changed; password has been changed; "
            "new sign-in; new login; signed in to your; confirm your email; verify your email; verify your e-mail; confirm your account; "
            "activate your account; if you didn't request; if you did not request; if this wasn't you; if you didn't make this; "
            "re-enter your password; change your password, please"
        ),
        appointment=(
            "this is a reminder; friendly reminder; reminder of your; reminder about your; reminder for your; reminder: your; "
            "appointment reminder; your upcoming appointment; your appointment is; your appointment on; your appointment with; "
            "your appointment has; your appointment at; remind you of your; remind you that your; we look forward to seeing you; "
            "to reschedule or cancel; to cancel or reschedule; reply c to confirm; need to reschedule; is scheduled for; your shift; "
            "starts in * minutes; starts in 1 hour; starts in one hour; starts tomorrow at; event reminder; your class * tomorrow; "
            "your visit on; your table * is booked"
        ),
        survey=(
            "how did we do; how was your; how would you rate; rate your; rate us; rate our; how likely are you to recommend; "
            "would you recommend us; take our survey; take our short; complete our survey; complete this survey; complete a short; "
            "short survey; quick survey; satisfaction survey; share your feedback; leave a review; write a review; we value your feedback; "
            "your feedback helps; your feedback is important; we'd love your feedback; we would love to hear; "
            "tell us about your experience; tell us how; review your recent; how satisfied are you; how satisfied were you"
        ),
        held=(
            "in quarantine; were quarantined; was quarantined; spam quarantine; mail quarantine; email quarantine; quarantine summary; "
            "quarantine report; quarantine digest; spam digest; held messages; messages on hold; messages held; email blocked by; "
            "messages blocked by; quarantined m; quarantined e; quarantine noti; messages have been held"
        ),
        program=(
            "has invited you to; have been invited to; you've been invited to; you are invited to join; accept invitation; "
            "accept the invitation; backup completed; backup failed; backup task; backup job; backup * completed; backup * failed; "
            "task * completed; job * completed; scan completed; reply to this review; new review from; you have a new * review; "
            "you have received a new review; you received a new review; left you a review; left a review; mentioned you in; "
            "commented on your; assigned to you; assigned you; shared * with you; joined your meeting; has joined your; "
            "joined the meeting; is now following you; started following you; sent you a friend request; wants to connect; "
            "new connection request; viewed your profile; will renew automatically; renews automatically; will be renewed; "
            "renews in * days; expires in * days; will expire in; will expire on; expires on * unless; no action is needed; "
            "no action is required; no further action is required; is almost full; certificate * will expire; certificate * expires; "
            "is down; is back up; is back online; threshold exceeded; new messages this week; your monthly summary; weekly report; "
            "monthly report; view in dashboard; in your dashboard; has been assigned to; new comment on; new follower; new device; "
            "accepted this invitation; declined this invitation; tentatively accepted; has declined your invitation; "
            "accepted your invitation; you walked; steps this week; your weekly; weekly summary; your activity; screen time; "
            "you have used; storage almost full; running out of storage; missed a call from; you missed a call; missed call from; "
            "you have a missed call; you have missed a call; liked your; followed you; sent you a message on; people you may know; "
            "your memories; new event:; updated invitation; shared a document with you; shared a file with you; new version of; "
            "of your storage; have closed ticket; processing commands for; stopping processing here; bug reassigned; "
            "terms of service are changing; updating our terms; updated our terms; privacy policy is changing; updated our privacy policy; "
            "will carry out scheduled maintenance; perform scheduled maintenance; services may be unavailable; service may be unavailable; "
            "service will be unavailable; have used * of your; consider your request"
        ),
        sign=(
            "would like to recall the message; would like to recall this message; wants to recall the message; reacted to your message; "
            "reacted to your email; reacted to your e-mail; reacted via gmail; liked your message; loved your message"
        ),
        asks=(
            "questions?; any questions?; not at home?; not home?; not in?; not going to be * ?; won't be home?; won't be in?; "
            "not your order?; wrong address?; didn't try * ?; did not try * ?; didn't make * ?; did not make * ?; didn't sign * ?; "
            "never heard * ?; no longer * ?; prefer another * ?; need a different * ?; can't find it?; have questions?; have a question?; "
            "have any questions?; do you have questions?; need help?; need assistance?; need more help?; need to reschedule?; "
            "need to cancel?; need to make changes?; can't make it?; not you?; was this you?; wasn't you?; didn't request this?; "
            "did not request this?; didn't request * ?; did not request * ?; not expecting this?; problems?; problems with * ?; "
            "trouble * ?; something wrong?; not satisfied?; what happens next?; what's next?; what next?; where is my order?; "
            "want to know more?; forgot your password?; forgotten your password?; did we solve * ?; did you know?; was this helpful?; "
            "was this * helpful?; how did we do?; how was your * ?; how would you rate * ?; how likely * ?; how happy * ?; "
            "would you recommend * ?; did you enjoy * ?; happy with * ?; how are we doing?; could you spare * ?; can you spare * ?; "
            "do you have a minute?; do you have * minutes?; got a minute?; would you like to * review?; changed your mind?; "
            "how satisfied are you * ?; how satisfied were you * ?; recognise it?; recognize it?; do you recognise * ?; "
            "do you recognize * ?; don't recognise * ?; don't recognize * ?"
        ),
        formal=(
            "i'm protecting myself; we would like to thank; we would like to inform; we would like to remind; "
            "we would like to acknowledge; we would like to confirm; we would like to let; we would like to hear; "
            "we would like to know how; we would like to invite; we would like your feedback; we would like your opinion; "
            "we'd like to thank; we'd like to let; we'd like to hear; we'd like to remind; we'd like to know; we want to hear; "
            "we want to make sure; we want to know; we want you; we need your feedback; we need to verify; we need to confirm; "
            "where is my order?; where is my parcel?; track my; view my; see my; manage my; go to my; contact me if you need assistance; "
            "if the link is broken; url is broken; broken into two; broken across; we never ask; we will never ask; "
            "please let us know whether this was you"
        ),
        first="i; i'm; i've; i'd; i'll; me; my; mine",
        wants=(
            "i wanted to know; i want to know; i would like to know; i'd like to know; wanted to ask; want to ask; wondering whether; "
            "we need; we want; we ordered; we have ordered; we placed; we are looking for; we're looking for; we never got; we never had; "
            "we never received; we never heard; we never ordered; we still; we have not; we haven't; we did not; we didn't; our order; "
            "please send me; please send us; please tell; please quote; please call me; please cancel; please correct; please change; "
            "please help; please explain; please let me know; could you; can you; would you please; can't log; cannot log; but it; "
            "but the; but we; but nothing; is wrong; was wrong; damaged; broken; missing; not arrived; never arrived; hasn't arrived; "
            "has not arrived; never came; nothing arrived; nothing came; doesn't work; does not work; wrong * was delivered; where is; "
            "when will; we would like to; we'd like to; we would like a; we would like your; we'd like a; our account is; "
            "please let us know whether; please let us know when; please let us know what; please let us know how; your best offer; "
            "your best price; quotation; request for quote; for a quote; purchase order; rfq; tender; but i; interested in; "
            "please deliver; please come; i need; still waiting; we are waiting; we're waiting; i am waiting; i'm waiting; please answer; "
            "please reply; please respond; no reply yet; no answer yet; any news"
        ),
        echo=(
            "your message; your request; your enquiry; your inquiry; you wrote; your original message; copy of your message; "
            "message you sent"
        ),
    ),
    circulars=CircularWords(
        subjects=(
            "(new|changed?|updated|revised) (prices?|price ?list|tariffs?|rates|(opening )?hours|address|(phone|telephone) number|"
            "premises)|price (increase|change|adjustment|rise)|(we've|we have|we are|we're) (moved|moving|closed)|change of (address|"
            "hours)|(christmas|holiday|easter|summer|festive) (hours|opening|closing|closure|greetings|shutdown)|(merry|"
            "happy) (christmas|new year|easter|holidays)|season'?s greetings|open (day|studio|house|evening|weekend|workshop)|"
            "save the date|visiting (us|our (stand|booth))|(change|changes) to (our|the|your) (opening|office|trade counter|delivery|"
            "bank|contact|prices?|terms)|(our|new) (bank|account) details|change of (bank|banking|account|ownership|name|terms)|(annual|"
            r"holiday|winter|stocktak\p{L}+|inventory|temporary) (closure|shutdown|closing)|(we will be|office|shop|closed) closed (for|"
            r"on|over|from)|closed for (christmas|easter|the holidays|stocktak\p{L}+)|(important )?(notice|information|message|"
            "letter) to (all|our)|(to )?all (our )?(customers|clients|tenants|residents|members|parents|suppliers|users|traders|"
            "berth holders|neighbours)|(good|great|lovely|nice|pleasure) to (see|meet) you (all )?at|thank(s| you) for (visiting|"
            "stopping by|coming to) (us|our|the)|(planned|scheduled|essential) (maintenance|works|outage|closure|shutdown)|(power|water|"
            r"electrical|road) (shutdown|cut|closure|outage)|minutes of (the|our)|agm(?!\p{L})|annual general meeting|notice of (the |"
            "our )?(annual|general|meeting|works|closure)|(course|term|training|workshop|class) dates|dates for your diary|(spring|"
            "summer|autumn|winter|christmas) (programme|timetable|term|catalogue|collection|menu)|back in stock|(just|now) (in|"
            r"arrived)(?!\p{L})|(product|safety) recall|terms (and|&) conditions|privacy (notice|policy)"
        ),
        readers=(
            "members?|(plot|card|pass|permit|season[- ]ticket|stake|share|policy)[ -]?holders?|readers?|subscribers?|neighbou?rs?|"
            "parents?|families|residents?|tenants?|homeowners?|customers?|clients?|guests?|patrons?|supporters?|sponsors?|donors?|"
            "volunteers?|alumni|parishioners?|participants?|attendees|exhibitors?|delegates?|stakeholders?|shopkeepers?|traders?|"
            "retailers?|shop owners|business owners?|entrepreneurs?|users?|followers?|growers?|students?|citizens?|voters?|"
            r"constituents?|shareholders?|\p{L}+ (lovers?|enthusiasts?|owners)|friends of|(allotment|plot|season ticket|"
            "card) ?holders?|lovers of|(club|choir|team|society|union|chamber|association) members?|commuters|travell?ers|passengers|"
            "pupils|players|families and friends|friends and (neighbou?rs|supporters|customers)|freeholders?|leaseholders?|"
            "occupiers?|householders?|villagers|dog owners|walkers|cyclists|swimmers|pensioners"
        ),
        everybody=(
            r"all|everyone|everybody|friends?|colleagues?|partners?|suppliers?|folks|y'?all|lovely people|gang|fellow \p{L}+|"
            r"there,? \p{L}+ (friends|lovers|people)|makers|gardeners|bakers|sir or madam and all|(you )?all of you|both|team members|"
            "valued|ladies and gentlemen|brothers and sisters|sisters|lads|comrades|"
            "(business|trade|industry) (friends|partners|contacts)|contacts|associates|one and all"
        ),
        opts_out=(
            "if (you|you'd|you would|this|it) .{0,40}(hear from|hear of|receiv|not be contacted|get (these|this|more|our)|e-?mails?|"
            "messages|updates|mailings?|isn't for you|is not for you|not relevant|isn't relevant|not of interest)|reply .{0,12}(stop|"
            "no thanks|remove|unsubscribe|no to)|(won't|will not) (write|e-?mail|contact|bother|follow up)|if you'd rather not|"
            "if you would rather not|if you're not the right person|let (me|us) know and (i|we)('ll| will) stop|"
            "not interested.{0,3} (just|let|reply|no)|(prefer|want) (fewer|less|no more)(?! than)|too many (of )?(our |"
            "these )?(e-?mails|messages|letters)|how often we (write|mail|e-?mail|send)|you (can|may) (stop (these|this|receiving|"
            "getting)|opt out|leave (this|the|our) list|unsubscribe)|opt out (here|at)|(hit|use|click)( on)?( the)? unsubscribe|"
            "you (no longer|don't|do not) (wish|want|like) .{0,40}(e-?mails?|messages|letters|hear|news|updates|receive)|leave (the|"
            "this|our) (mailing )?list|manage (your )?(subscriptions?|preferences)|update your preferences|(tell|write|drop) (me|"
            "us) .{0,20}(if|and) .{0,40}(off (the|this|our) list|no longer|not (to )?(get|receive))|(take|taken|come|be) off (the|this|"
            r"our) (mailing )?list|you (are )?(get|getting|receiv\p{L}+) this (mail|email|e-mail|letter|message)? ?(because|as)"
        ),
        tells=(
            r"(annual |extraordinary |ordinary |special )?general (meeting|assembly)|agm(?!\p{L})|egm(?!\p{L})|annual (meeting|dinner|"
            "report|accounts|subscription|outing)|(the )?(draft )?minutes (of|from) (the|our|last)|agenda for (the|our)|(opening|office|"
            "shop|surgery|collection|visiting) (hours|times) (over|during|at|between|for the)|(new|changed|different|holiday|christmas|"
            "easter|summer|winter) (opening|office|shop) (hours|times)|(our|the) new (price list|catalogue|catalog|brochure|programme|"
            "season|collection|menu|website|premises|showroom|timetable)|(our )?prices (will|are going to|are to|go|must) (be )?(rise|"
            "go up|up|increas|chang|adjust)|price (increase|rise|adjustment)s? (from|as of|on|of|takes?|will|to)|we (are|'re|"
            "will be) (moving|relocating) (to|into|on|our)|(you'll|you will) find us|find us (at|in|on) (stand|booth|hall)|(visit|see|"
            r"meet|come and see) us (at|in|on) (the|our|stand|booth|hall)|(our )?(stand|booth) (is|no|number|\p{L}?-?\d)|open (day|house|"
            r"evening|morning|studios?|gardens?)(?!\p{L})|coffee morning|bring and (buy|share)|(bake|jumble|plant|rummage|car boot) sale|"
            "raffle (tickets|prizes)|fundrais|(autumn|spring|summer|winter|next) (term|season|programme|timetable|concert|fair|"
            r"f[eê]te)(?!\p{L})|(registration|enrol?ment|nominations|ticket sales?) (is|are|opens?|closes?|will|by|now)|places? (are|"
            r"is) (limited|going|filling|still)|(a few|some|still|last|only \w+) (places|spaces|seats|tickets) (left|available|remain)|"
            "(membership|club|annual) (fees?|dues|subscriptions?) (is|are|for|of|will|due|remain|stay)|subs(criptions)? (are|"
            "is) (now )?due|(volunteers?|helpers) (are )?(still )?(needed|wanted|required|sought)|(we )?(still )?need (volunteers|"
            "helpers|hands)|(working|work) party|(water|power|electricity|heating|gas|lift) (will be|supply|is going to be) (turned|"
            "switched|cut|off|shut|inter|out)|(please )?(pass|spread) (this on|the word)|(please )?(pass|forward) (this|"
            "it) (on )?to (anyone|your|others|whoever|colleagues|friends)|no (reply|answer|action) (is )?(necessary|needed|required)|"
            "no need to (reply|answer|do anything)|rsvp|(look|looking) forward to (seeing|welcoming) (many|as many|everyone|all|"
            r"you (all|there|at|on))|hope to see (many|as many|everyone|you (all|there|at the|at our|on))|see you (all|there)[.!,\n]|"
            "(would|'d) (like|want|wish) to (inform|remind|let) (you|all|everyone) (all |know )?(that|of|about)|(pleased|happy|"
            "delighted|proud|excited) to (announce|inform|present|share)|it('s| is) that time of (the )?year|dates? for (your|the) diar|"
            "for your diar(y|ies)|upcoming (events|dates|courses|concerts)|thank(s| you) to (all|everyone|everybody) (who|of you|that|"
            r"for)|thank you for your (continued )?(support|loyalty|custom)(?!\p{L})|(merry|happy|peaceful) (christmas|new year|holidays|"
            "easter) (to|from|and)|season's greetings|we (will be|are) closed (from|between|on|over|for)|(starts?|"
            r"begins?) (again )?on \w+day|join us|come along|meet(ing)? (point|at the)|admission|entry (is )?free|tea and (cake|coffee|"
            "biscuits)|refreshments will|please (note|remember) that (the|our|we)|as (every|in previous|in past) years?|reminder that|"
            "(gentle|friendly) reminder to (all|everyone)|minutes (are )?(attached|enclosed)"
        ),
    ),
    asks_leave=(
        "shall (i|we)|worth .{0,20}(minutes|call|chat|look|try)|(want|like) to (see|hear|know) (how|what|more)|(is|would) (this|that|"
        "it) (be )?(of interest|something for|relevant)|(shall|may|can|could|should) (i|we) (just |quickly |perhaps )?(send|show|share|"
        "forward|prepare|put together|call|ring|drop by|pop in|mock up|introduce|walk you|give you a (call|ring|quick))|(mind|ok|okay|"
        "fine|alright|useful|helpful|interested|worth it|be useful|be helpful) if (i|we) (send|sent|show|share|mock|prepare|put|call)|"
        "(want|like) me to (send|show|share|prepare|put|mock|call|run)|(are you|you) open to|open to (a|seeing|hearing|learning)|"
        "worth (a|exploring|discussing)|how many .{0,30}(do|will|would) you need|(interested in|up for) (a|seeing|hearing)|can (i|"
        "we) count you in|sound (interesting|good|fair)"
    ),
    requests=(
        "instead of|since (yesterday|this morning|last (week|night|month)|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|"
        "(hasn't|haven't|isn't|aren't|wasn't) |refer to your|thinking (of|about)|as (discussed|agreed)|needs? (replac|repair|fix|to|a |"
        r"an |new|more|some)|would (be perfect|be best|suit|do|work|fit)|(\d+|one|two|three|four|five|six|a few|some) more|same (again|"
        "as|size|colou?r)|should (come|go|be)|(is|are|came|was|were) (stuck|bowed|short|loose|bent|cold|sick|closed|out)|(we|i)( are|"
        "'re| am|'m|'ll| will|)? (also )?(plan|planning|opening|furnishing|moving|building|renovating|thinking|think|accept|take|come|"
        "stop by)|budget|nobody|deposit|works for (me|us)|sick|(please|pls|plz|kindly)(?! (?:do not|don't|not|find|note|keep|allow|"
        "visit|click|log|see|be|remember|contact|use|refer|ignore|disregard|read|review your|join|follow|share|complete|open|enter|"
        r"have your|bring))|(can|could|would|will|do) (u|you|ye|ya|someone|anyone|somebody|anybody|we|i)(?!\p{L})|(i|we|i'd|we'd|i'm|"
        "we're|he|she|they) (would |really |also |still |urgently |now |just )*(need|want|like|love to|require|wish|look(ing)? (for|to)|"
        "ordered|bought|paid|booked|signed|expect|await|wonder|wondering|hoping|hope (you|to|that)|interested|after a|waiting|after)|"
        "(is|are|am) (also |very |still )*interested|would (like|love)(?! to (thank|inform|remind|invite|let|confirm|welcome|share))|"
        "wanted|needed|required|seeking|looking for|in need of|let (me|us) know|(send|give|call|ring|text|email|mail|tell|ask|quote|"
        r"get back to) (me|us)(?!\p{L})|refund|complain|complaint|replacement|reimburse|cancel|terminate|resign|faulty|leaking|leaks|"
        "doesn't|does not|don't|didn't|won't|can't|cannot|never|still no|not (received|working|right|happy|acceptable|what)|wrong|"
        "broken|missing|damaged|scratched|cracked|too (late|small|big|long|short)|apply(ing)?|application|my cv|my (résumé|resume)|"
        "vacancy|asap|urgent(ly)?|quote|quotation|estimate for|price (for|of|list)|(an|my|our) appointment|are you available|"
        "availability for|sort (it|this) out|fix (it|this)|send (it|them|the|a|your)|reissue|advise|thanks in advance|awaiting|rfq"
    ),
    needs="(we|i) need|need (an?|some)|looking for (a|some)|a quote|quotation|cost|how much|your price|do you (make|sell)|repair|broken",
    visits=(
        r"\d{1,3} (\p{L}+ )?(people|persons|guests|adults|children|kids|pupils|students|pax|of us)|(we'?ll|we will|we'd|we would|"
        r"we) be \d{1,3}|we are \d{1,3}(?! (years|miles|km|minutes))|party of \d{1,3}|(stay(ed|ing)?|dine|dined|lunch|dinner|married|"
        "held|bringing .{0,30}) (with you|at yours)|(at|to) yours"
    ),
    announces=(
        "(?<!missed )call from (?!your|our)|called for you|telephone message for|(message|inquiry|enquiry) (on|in|via|through|"
        r"from) (whatsapp|messenger|instagram|facebook|telegram)|new (\p{L}+ ){0,2}(message|enquiry|inquiry|lead|question|request|"
        r"submission|response|contact|voicemail) (from|for|about|on|regarding|via|through|by) (?!you(?!\p{L})|your (bank|account))|"
        r"new (\p{L}+ )?(lead|enquiry|inquiry|quote request|contact request|booking request|guest message|customer message|form (entry|"
        "submission|response))|(sent|left|wrote) (you |us )?(a |an )?(new |private |direct )?(message|enquiry|inquiry|question|note|"
        "request|voicemail)|wrote (to )?you|has (contacted|messaged) you|has a question|asked (you )?a question|(message|enquiry|"
        r"inquiry|question|request|lead) (received )?from (?!your|our|us(?!\p{L})|the )|is (looking for|searching for|interested in)|"
        "would like (a quote|an offer)|wants (a quote|an offer)|waiting for (your|a) (reply|response|answer)|wants to get in touch|"
        r"new job (request|lead|near)|new job ?:|(filled|completed|submitted) (in |out )?(your|the|a) (\p{L}+ )?form|missed (a )?chat|"
        r"offline message|someone (has )?(asked|contacted|sent)|you have (a |an )?(new )?(\p{L}+ )?(enquiry|inquiry|lead)"
    ),
    voice=VoiceWords(
        common="the and to of is for in on with this that will you at be was are from has by an",
        your="your yours you've you're you'll",
    ),
    sender_functions=(
        "billing notifications notification alerts support team operations service services system server security reviews "
        "receipts via mailer backup monitor alert portal newsletter digest tracking payments info helpdesk desk helpline hotline "
        "gateway notifier reminder registry tickets clients servicedesk servicecenter"
    ),
    telephone=r"tel\b|tele?[fp]h?o|phone|mobi|cell",
    letters=LetterWords(
        greetings=r"hi\b|hello|hey\b|dear\b|dearest|good (?:morning|afternoon|evening|day)",
        closings=(
            r"(?:with |many )?(?:best|kind|kindest|warm|warmest) (?:regards|wishes)|regards|all the best|best|yours(?: \w+)?|"
            "sincerely|cheers|br|kr|rgds"
        ),
        titles="mrs?|ms|miss|dr",
        titles_of_many=r"sirs|madams?(?!\p{L})",
        currencies="dollar dollars pounds euro euros rupees",
        orders=r"purchase order|work order|p\.?o\.?|job|order",
    ),
)
