"""core/inquiry/thanks.py: an order, a refusal or a complaint inside what somebody is thanked for is never taken for mere thanks."""

from __future__ import annotations

import pytest

from tests.samples import facts
from watcher.core.inquiry.thanks import is_bare_thanks
from watcher.core.message.model import Address

#: The order, the refusal or the complaint stands in what somebody is thanked for, or beside praise.
HIDDEN = """
Thanks for sending 40 more.
Thanks for letting me know whether the blue one is in stock.
Thanks for calling me back tomorrow.
Thank you for reserving the table for us on Friday.
Thanks for the quote, the green one please.
Thank you for sending the invoice to my new address.
Thanks for the tip about the varnish and for adding a tin to the order.
Thanks for the offer which we accept.
Thank you for cancelling the booking.
Thanks for the reply that did not answer the question.
Danke für die Zusendung von 40 Stück bis Freitag.
Danke für eine kurze Rückmeldung, ob das passt.
Vielen Dank für die Reservierung eines Tisches am Samstag.
Danke für den Rückruf morgen.
Danke für das Angebot mit der großen Tür, die nehmen wir.
Danke für die Stornierung der Bestellung.
Vielen Dank für die Übersendung eines neuen Vertrags.
Danke für die Antwort, die leider meine Frage offen lässt.
Danke für den Tipp und bitte eine Dose Lack dazu.
Merci pour l'envoi de quarante pièces avant vendredi.
Merci de m'envoyer la facture.
Merci de nous réserver une table.
Merci pour le devis que nous acceptons.
Merci pour un rappel demain.
Gracias por enviarme la factura.
Gracias por reservar la mesa del sábado.
Gracias por el presupuesto, adelante con la puerta grande.
Gracias por anular el pedido.
Grazie per l'invio della fattura entro venerdì.
Grazie per il preventivo, procediamo con la porta grande.
Grazie per mandarmi il catalogo.
Obrigado pelo envio de quarenta peças até sexta.
Obrigado por cancelar a encomenda.
Bedankt voor het sturen van de factuur.
Dank voor de offerte, we gaan akkoord.
Bedankt voor een spoedige reactie.
Dziękuję za przesłanie faktury na nowy adres.
Dziękuję za ofertę, bierzemy większe drzwi.
Dziękuję za telefon jutro.
Děkuji za zaslání faktury do pátku.
Děkuji za nabídku, bereme velké dveře.
Ďakujem za zrušenie objednávky.
Hvala za ponudbo, vzamemo večja vrata.
Hvala na ponudi, uzimamo veća vrata.
Спасибо за отправку сорока штук до пятницы.
Спасибо за отмену заказа.
Дякую за пропозицію яку приймаємо.
Благодаря за офертата която приемаме.
Mulțumesc pentru trimiterea facturii până vineri.
Köszönöm az ajánlatot a nagy ajtóra, kérjük.
Tack för att du skickar fakturan.
Tack för offerten på den stora dörren, vi kör på den.
Takk for at dere sender fakturaen.
Tak for tilbuddet på den store dør som vi tager.
Kiitos laskun lähettämisestä perjantaihin mennessä.
Faturayı gönderdiğiniz için teşekkürler, iki adet daha lütfen.
Ευχαριστώ για την προσφορά που δεχόμαστε.
お見積りの送付ありがとうございます。大きいドアでお願いします。
谢谢您尽快发四十个。
내일 전화 주시면 감사하겠습니다.
Thanks for confirming the delivery on Thursday.
Thank you for the sample of the oak, that colour it is.
Thanks for passing this on to your boss.
Thanks for two tickets at the door.
Thank you for a quick callback.
Thanks for the help but the pump leaks.
Thanks for the photos of the wrong house.
Thanks for the information about the leak that is still there.
Thanks for the menu with the vegetarian option for six.
Thanks for holding the blue sofa for me.
Danke für die Info bezüglich der Parkplätze, wir brauchen einen.
Danke für das Foto vom falschen Haus.
Danke für die Mühe mit der Pumpe, die immer noch tropft.
Danke fürs Zurücklegen der Karten.
Danke für Ihre Bestätigung bis heute Abend.
Danke für den Kostenvoranschlag zur Pumpe, so machen.
Danke für die Rechnung mit der falschen Adresse.
Vielen Dank für ein Foto der Rückseite.
Merci pour la photo de la mauvaise maison.
Merci pour la confirmation de notre venue samedi.
Merci pour votre aide avec la pompe qui fuit toujours.
Merci pour votre retour rapide sur la disponibilité de la chambre.
Merci pour l'annulation de ma commande.
Gracias por la confirmación de la cita del lunes.
Gracias por la foto de la casa equivocada.
Gracias por su pronta respuesta a mi pregunta sobre el precio.
Gracias por la oferta del sofá, me lo quedo.
Grazie per la conferma della prenotazione di sabato.
Grazie per la foto della casa sbagliata.
Grazie per una rapida risposta.
Obrigado pela confirmação da reserva para sábado.
Obrigado pela foto da casa errada.
Bedankt voor de foto van het verkeerde huis.
Bedankt voor het reserveren van de tafel.
Bedankt voor de offerte van de pomp, doen.
Dziękuję za zdjęcie niewłaściwego domu.
Dziękuję za potwierdzenie rezerwacji na sobotę.
Dziękuję za anulowanie zamówienia.
Děkuji za potvrzení rezervace na sobotu.
Děkuji za fotku špatného domu.
Ďakujem za ponuku na čerpadlo, súhlasíme.
Hvala za potrditev rezervacije za soboto.
Hvala na fotografiji pogrešne kuće.
Хвала за потврду резервације за суботу.
Спасибо за подтверждение брони на субботу.
Спасибо за фото не того дома.
Дякую за скасування замовлення.
Благодаря за потвърждението за събота.
Mulțumesc pentru confirmarea rezervării de sâmbătă.
Köszönöm a szombati foglalás visszaigazolását.
Tack för bekräftelsen till lördag.
Tack för bilden på fel hus.
Takk for avbestillingen av rommet.
Tak for afbestillingen af værelset.
Kiitos lauantain varauksen vahvistuksesta.
Cumartesi rezervasyonunun onayı için teşekkürler.
Ευχαριστώ για την επιβεβαίωση της κράτησης του Σαββάτου.
土曜日の予約の確認ありがとうございます。
谢谢您确认周六的预订。
토요일 예약 확인 감사합니다.
Thanks for the tip about the varnish we take two tins.
Thanks for the info about the oak version, that one then.
Thanks for the photos of the sofa, the left one.
Thanks for the information on the larger door which suits us.
Thanks for the help with the pump it still drips.
Thanks for the details of the cottage, mid June suits.
Thanks for the advice about the roof go ahead.
Thanks for the information about the wrong boiler.
Thank you for the photos of the scratch on the table.
Thanks for the info on the course, my daughter is delighted to join.
Thanks for the tip about the oil, my husband is happy to buy a tin.
Our daughter is thrilled about the pony, we come Saturday. Thanks!
Thanks for the explanation of the fee, fine by us.
Thanks for the advice about the lamp, the black.
Danke für den Tipp mit dem Lack den nehmen wir.
Danke für die Infos zum Kurs meine Tochter macht mit.
Danke für die Informationen zur großen Tür, die passt.
Danke für die Fotos vom Kratzer am Tisch.
Danke für die Hilfe bei der Pumpe sie läuft aber nicht.
Danke für den Tipp zum Lack, dann eben matt.
Danke für die Auskunft zum Preis.
Danke für die Infos zum Ferienhaus, Mitte Juni wäre gut.
Danke für die Hilfe mit der Abmeldung meines Sohnes.
Danke für den Hinweis auf das Öl, mein Mann freut sich auf die Lieferung.
Merci pour les photos du canapé, le bleu.
Merci pour les informations sur la chambre, on la prend.
Merci pour le conseil sur le vernis mettez deux pots.
Merci pour votre aide avec la résiliation de mon abonnement.
Gracias por la información sobre el curso, mi hija se apunta.
Gracias por las fotos del sofá, el azul.
Gracias por la ayuda con la baja de mi suscripción.
Grazie per le foto del divano, quello blu.
Grazie per le informazioni sul corso mia figlia partecipa.
Grazie per il consiglio sulla vernice due barattoli.
Bedankt voor de informatie over de cursus onze dochter doet mee.
Bedankt voor de foto's van de bank, de blauwe.
Obrigado pelas fotos do sofá, o azul.
Dziękuję za informacje o kursie córka się zapisuje.
Dziękuję za zdjęcia kanapy, ta niebieska.
Děkuji za informace o kurzu dcera se hlásí.
Děkuji za fotky pohovky, tu modrou.
Ďakujem za radu s náterom dve plechovky.
Tack för bilderna på soffan, den blå.
Tack för informationen om kursen vår dotter anmäls.
Takk for bildene av sofaen, den blå.
Tak for billederne af sofaen, den blå.
Kiitos sohvan kuvista, sininen.
Kanepe fotoğrafları için teşekkürler, mavi olan.
Köszönöm a kanapé fotóit, a kéket.
Спасибо за фото дивана, синий.
Спасибо за информацию о курсе дочь записываем.
Дякую за інформацію про курс, дочка йде.
Благодаря за снимките на дивана, синия.
Mulțumesc pentru pozele canapelei, cea albastră.
Hvala na fotografijama kauča, plavi.
Hvala za slike kavča, modri.
Ευχαριστώ για τις φωτογραφίες του καναπέ, τον μπλε.
ソファの写真ありがとうございます。青いほう。
谢谢您的照片，蓝色的。
소파 사진 감사합니다. 파란색으로.
Tänan info eest kursuse kohta tütar osaleb.
"""


@pytest.mark.parametrize("text", HIDDEN.strip().split("\n"))
def test_what_is_hidden_in_thanks_asks_again(text):
    written = facts(from_=(Address("carol@customer.example", "Carol Miller"),), text=text)
    assert not is_bare_thanks(written, ("anna@example.com",))
