"""Spanish."""

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
            "fuera de (la |mi )?oficina|estoy (de vacaciones|ausente|de baja|de viaje|fuera)|"
            "estaré (de vacaciones|ausente|fuera)|de vacaciones|oficina (está|permanecerá) cerrada|"
            "me encuentro (ausente|de vacaciones|fuera)|"
            "(oficina|tienda|taller|empresa|despacho|consulta) (está|estará|permanece|permanecerá) cerrad[ao]|"
            "(oficinas|tiendas) (están|estarán|permanecerán) cerradas|cerrad[oa]s? por (vacaciones|festivos|navidad)|"
            "cerramos por|de baja (médica|maternal|por)|baja por (maternidad|paternidad|enfermedad)|"
            "ya no (trabajo|trabaja|forma parte|formo parte)|ha dejado la empresa|he dejado la empresa|jubilado|"
            "fuera del despacho|(taller|tienda|oficina) cerrad[ao]"
        ),
        added=(
            "regres|vuelv|a mi (regreso|vuelta)|hasta el|en caso de urgencia|para (asuntos|temas) urgentes|urgente|"
            r"contact|acceso limitado|responderé|del \d|a partir del|hasta|dirija|diríjase|dirígete|escrib|reabr|"
            "volver|atender|mi ausencia"
        ),
        maybe_away=(
            "(de|en) (baja|permiso|viaje|licencia|excedencia)|ausente|enferm[oa]|cerrad[oa]s?|cerraremos|"
            "en una feria|luto|fallecimiento|jornada (parcial|reducida)|no estoy|no estaré|vacaciones|"
            "fuera del (país|despacho|trabajo)|no trabajo|reducción de jornada"
        ),
        answers=(
            "atenderá sus|atiende sus|mi compañer[oa]|en mi lugar|me sustituye|"
            "no (leeré|podré (leer|contestar|responder|atender))|acceso limitado|(responder|contestar)é|"
            "(a|en|hasta) mi (regreso|vuelta)|estaré de vuelta|asuntos urgentes|urgencia|póngase en contacto|"
            r"escrib\p{L}+ a \S+@|diríjase"
        ),
        alone=(
            "(en|durante) mi ausencia|acceso (limitado|restringido) (a|al)|"
            "su (mensaje|correo) no será (leído|reenviado)|(a|en) mi (regreso|vuelta)|"
            "(este|esta) (buzón|cuenta|dirección|correo).{0,30}ya no (está|es|se)|me sustituye|"
            "hasta entonces no (leeré|leo|consult|miro|mirar|revis)|"
            "(tardar|demorar) .{0,20}(días?|horas).{0,20}(respond|contest)|"
            "(respuesta|contestar|responder) .{0,20}(puede )?(tardar|demorar)|"
            "(cierra|cerramos|cerrará|cerraremos) por (vacaciones|descanso)"
        ),
        everyday_away=(
            "baja (médica|maternal|paternal)|operad|paternidad|maternidad|gripe|en (la )?cama|boda|entierro|bebé|"
            "ya no (llevo|trabajo|estoy)|jubil|de fiesta|"
            "días? (libres?|de descanso|de asuntos propios|festivos?)|(es|día) festivo|unos días|puente (de|del)|hace una pausa|"
            "pausa (de verano|navideña|anual)|parada (técnica|anual)|ingresad[oa]|hospital(izad[oa])?|operad[oa]|operación|"
            "en (un curso|rehabilitación|convalecencia|cuarentena|una formación|formación|inventario)|luna de miel|"
            "año sabático|dejé|he dejado|ha dejado|ya no estoy|ya no está|mi último día|huelga|permiso (de|por)|curso|de mudanza|"
            r"mudanza|de obras|(pierna|brazo|tobillo|muñeca) (rot[ao]|escayolad\p{L}+)|escayol\p{L}+|de reposo|reposo|convalec\p{L}+|"
            "(de|en una) boda|(en|de) (la )?feria|(poca|sin|mala) cobertura|en carretera|(estoy|estaré|estamos|ando) fuera|"
            r"no (estoy|estaré|estamos)(?!\p{L}) ?(hasta|en|disponible|hoy|esta)?|"
            "(los|el) (lunes|martes|miércoles|jueves|viernes)s? no|no trabaj(o|amos)|descansamos|nos tomamos|"
            "ya no (lleva|gestiona|atiende|se ocupa)|sin cobertura|de baja|desconectad[oa]|"
            "en (el hospital|la montaña|la playa|alta mar|obra|feria|un curso|un congreso)|"
            "de (viaje|permiso|excedencia|reposo|luto|obra)|permiso de (paternidad|maternidad|nacimiento)|he sido (padre|madre)|"
            "hemos sido padres|paramos|paro (del|por|hasta)|"
            "(taller|tienda|horno|oficina|estudio|fábrica|equipo|máquinas) (descansa|para|está(n)? (parad|cerrad|de)|se toma|"
            r"se para)\p{L}*|(solo|sólo) (trabajo|estoy|trabajamos) (los|por|de|hasta)|media jornada|tiempo parcial|"
            r"(padre|madre|marido|mujer|hermano|hermana) (ha |acaba de )?(falleci|mur|muer)\p{L}+|me (he jubilado|jubilé|jubilo)|"
            "jubilad[oa]|accidente|sin (cobertura|conexión|señal|internet)|poca (cobertura|conexión)"
        ),
        everyday_answers=(
            "(me )?reincorpor|se ocupa|se encarga|lleva mis|mis asuntos|no se (leen|atiende|revisa)|nadie (lee|atiende)|"
            "mañana (le|les|te|os)|leeré|contestamos|contestaremos|no volveré|volveré|vuelta al trabajo|"
            "sin (acceso|ordenador|portátil)|retom|(miro|leo|reviso) poco|nos vemos (el|la)|hablamos (el|la)|"
            "hasta el (lunes|martes|miércoles|jueves|viernes)|difícil (localizar|contactar)|"
            "(buzón|cuenta|dirección) (se (cerrará|eliminará|dará de baja)|será (eliminad|desactivad)[oa])|"
            "(os|le|les|te) (ayuda|atiende|responde)|me sustituye|ahora (lo|la|los) (lleva|gestiona|atiende)|"
            "(paquetes|pedidos|envíos) (salen|saldrán)|(lo|los) (leo|leeré|miro)|a primera hora|mañana (por la mañana|lo|a)|"
            r"hasta el (lunes|martes|miércoles|jueves|viernes|\d)|"
            "(lo (mío|lleva|atiende)|lleva (mis|mi|todo|los)|se encarga|se ocupa|atiende (mis|todo|lo|mientras|en mi)|me (sustituye|"
            "cubre|suple))|por orden|a la vuelta|poco a poco|de nuevo (el|a partir|desde)|"
            "(miro|leo|abro|reviso) .{0,15}(correo|móvil|mensajes|buzón)|lo que no (pueda|puede) esperar|"
            "si (es|corre|fuera) (urgente|prisa)|(volvemos|vuelvo|volveré|volveremos|reabrimos|abrimos|retomamos) (el|a|en|la|de)|"
            "saldrán|a partir del|me pongo al día"
        ),
        subjects=(
            "cierre (por|de) (vacaciones|navidad|verano)|de vacaciones|cerrad[oa]s? por|ausen(te|cia)|baja (médica|maternal)|"
            "cerramos|estamos (cerrados|fuera)|fuera de la oficina|de viaje|"
            r"gracias por (su|tu|vuestro) (mensaje|correo|consulta|email)|(su|tu) (mensaje|correo)( a \p{L}+)?\Z|"
            "hemos recibido (su|tu) (mensaje|correo|consulta)|(estamos|nos vamos|me voy|estoy) (de|fuera|cerrad|en)|"
            "cerrad[oa]s? (del|hasta|por|el|en)|fuera (hasta|del|de)|no (estoy|estamos)|(taller|tienda|oficina) cerrad[oa]|puente de|"
            "me (jubilo|he jubilado)|descanso|"
            r"(taller|tienda|oficina|estudio|bar|restaurante|clínica|despacho|almacén|bodega)( \p{L}+)? (cerrad[oa]|de vacaciones|"
            "en pausa)|cierre (temporal|anual|vacacional)|vacaciones de (verano|agosto|navidad|invierno|semana santa)|reabrimos|"
            "volvemos (el|en) "
        ),
        trade=(
            "(los|sus|tus|vuestros) (pedidos|presupuestos|envíos)|pedidos (de|realizados|online|web|pendientes)|"
            "(las )?(facturas|ofertas|entregas)|(será|son|saldrá|serán) (enviad|entregad)[oa]s?"
        ),
        arranges=(
            "(nos quedamos|me quedo) con|acept(o|amos|ado)|confirm(o|amos|ado)|de acuerdo|adelante|(nos|me) parece bien|perfecto|"
            r"(tiene|tienen|deja\p{L}*) (las |la |una )?(llaves?)|"
            "(marido|mujer|hijo|hija|vecin[oa]|portero|padre|madre) (está (en casa|por)|tiene (las|la)|(le|les|os) (abr|enseñ)|"
            "estará (en casa|por))|cuando (queráis|quieran|puedan|quieras)|os abr|les abr|señal (hecha|pagada)|transferencia"
        ),
        urgent="urgente|urgencia|prisa|corre prisa",
    ),
    notices=NoticeWords(
        automatic=(
            "mensaje automático; correo automático; respuesta automática; generado automáticamente; "
            "generada automáticamente; enviado automáticamente; generado de forma automática; "
            "enviado de forma automática; no responda a est; no respondas a est; no responder a est; "
            "favor de no responder; favor no responder; por favor, no responda; por favor no responda; "
            "no conteste a est; esta dirección no; buzón no * atendido; no admite respuestas"
        ),
        receipt=(
            "su mensaje ha sido retenido; tu mensaje ha sido retenido; para que su mensaje sea entregado; "
            "que es una persona real; que no es un robot; "
            "ha sido registrada con el número; ha sido registrado con el número; su reclamación ha sido; "
            "no es necesario que vuelva a escribir; hemos recibido su; hemos recibido tu; recibimos su; recibimos tu; "
            "su solicitud ha sido; tu solicitud ha sido; su solicitud fue; su consulta ha sido; tu consulta ha sido; "
            "su mensaje ha sido; tu mensaje ha sido; su ticket; tu ticket; número de ticket; número de caso; se ha creado; "
            "ha sido registrada; acusamos recibo; ha quedado registrado; ha quedado registrada; ha sido recibido; ha sido recibida; "
            "está registrado con; está registrada con; registrado con el número; justificante de registro; "
            "justificante de presentación; registro de entrada; su incidencia ha; tu incidencia ha; su expediente; su parte ha; "
            "su reclamación está; su número de; conserve este número; guarde este número; indique este número; número de referencia; "
            "número de incidencia; número de expediente; plazo máximo para resolver; no es necesario que haga nada; "
            "no tiene que hacer nada; enviado correctamente; presentado correctamente"
        ),
        courtesy=(
            "gracias por contactar; gracias por ponerse en contacto; gracias por ponerte en contacto; gracias por escribirnos; "
            "gracias por comunicarse; gracias por su mensaje; gracias por tu mensaje; gracias por su consulta; "
            "gracias por su solicitud; le responderemos; te responderemos; nos pondremos en contacto; en breve le; en breve nos; "
            "uno de nuestros agentes; se pondrá en contacto con usted; en las próximas * horas; en un plazo de; en el plazo de; "
            "un técnico le; un perito se; un agente le"
        ),
        trade=(
            "gracias por su pedido; gracias por tu pedido; gracias por su compra; gracias por tu compra; gracias por su pago; "
            "gracias por su reserva; confirmación de pedido; confirmación de su pedido; confirmación de tu pedido; "
            "confirmación del pedido; confirmación de envío; confirmación de pago; su pedido * ha sido; tu pedido * ha sido; "
            "su pedido * está; tu pedido * está; su pedido está; tu pedido está; su pedido ha; tu pedido ha; hemos enviado su; "
            "hemos enviado tu; su paquete; tu paquete *; tu paquete; su envío; tu envío; rastrear su; sigue tu pedido; "
            "número de seguimiento; su factura * está; tu factura * está; su factura de; tu factura de; adjuntamos su factura; "
            "le adjuntamos la factura; hemos recibido su pago; su pago ha; tu pago ha; su reserva * confirmada; "
            "tu reserva * confirmada; su reserva está; pago recibido; nuestra factura; adjunt * factura; su factura * disponible; "
            "tu factura * disponible; sus entradas; tus entradas; su reembolso; tu reembolso; pago rechazado; listo para recoger; "
            "su extracto; tu extracto; realizado un reembolso; hemos reembolsado; actualice su método; actualiza tu método; "
            "lectura de su contador; intentaremos la entrega; hemos realizado un reembolso; con su tarjeta; con tu tarjeta; "
            "su tarjeta terminada; tu tarjeta terminada; su tarjeta ha sido; cargado en su cuenta; cargo en su cuenta; "
            "cargo en tu cuenta; adeudo en su cuenta; su saldo; el saldo de su cuenta; abonado en su cuenta"
        ),
        access=(
            "su código de; tu código de; su código es; tu código es; su código:; tu código:; código de un solo uso; "
            "use este código; usa este código; utilice este código; utiliza este código; introduzca este código; "
            "introduce este código; ingrese este código; ingresa este código; código caduca; código vence; "
            "código expira; código es válido; válido durante; no compartas este código; no comparta este código; "
            "restablecer su contraseña; restablecer tu contraseña; restablecimiento de contraseña; "
            "cambiar su contraseña; su contraseña ha sido; tu contraseña ha sido; nuevo inicio de sesión; "
            "confirme su correo; confirma tu correo; verifique su correo; verifica tu correo; si no ha solicitado; "
            "si no has solicitado; si no solicitó; si no solicitaste; sesión en su cuenta; sesión en tu cuenta"
        ),
        appointment=(
            "recordatorio de cita; recordatorio de su cita; recordatorio de tu cita; recordatorio: su cita; "
            "recordatorio: tu cita; le recordamos; te recordamos; su cita es; tu cita es; su cita del; su cita está; "
            "tu cita está; su próxima cita; tu próxima cita; tiene una cita; tienes una cita; para cancelar o; "
            "cancelar o reprogramar; empieza en * minutos; comienza en * minutos"
        ),
        survey=(
            "su opinión es; tu opinión es; su opinión nos; tu opinión nos; su opinión cuenta; tu opinión cuenta; "
            "valore su; valora tu; valora nuestro; valore nuestro; califique su; califica tu; "
            "encuesta de satisfacción; breve encuesta; responda nuestra encuesta; responde nuestra encuesta; "
            "cómo fue su; cómo fue tu; cómo ha sido su; qué le pareció; qué te pareció; deje su reseña; "
            "deja una reseña; nos recomendaría; nos recomendarías"
        ),
        held=(
            "en cuarentena; informe de cuarentena; resumen de cuarentena; notificación de cuarentena; resumen de spam; "
            "informe de spam; mensajes retenidos; mensajes bloqueados; correos bloqueados"
        ),
        program=(
            "le ha invitado; te ha invitado; ha sido invitado; has sido invitado; aceptar invitación; "
            "aceptar la invitación; copia de seguridad completada; copia de seguridad finalizada; "
            "error en la copia; le ha mencionado; te ha mencionado; ha compartido * contigo; "
            "ha compartido * con usted; nueva reseña; se renovará automáticamente; renovación automática; "
            "caduca en * días; caducará el; vence en * días; no es necesario que haga; "
            "no es necesaria ninguna acción; almacenamiento está casi; resumen semanal; nuevo dispositivo; "
            "llamada perdida; llamadas perdidas; ha aceptado la invitación; ha rechazado la invitación; "
            "ha aceptado tu invitación; te sigue; ha comentado tu; le ha gustado tu; quiere conectar; "
            "pasos esta semana; tu actividad; almacenamiento; informe semanal; nuevos seguidores; "
            "servicio no estará disponible; de su almacenamiento; le ha sido asignad; realizaremos * mantenimiento; "
            "servicio no estará"
        ),
        sign=(
            "desea recuperar el mensaje; quiere recuperar el mensaje; desea retirar el mensaje; "
            "ha reaccionado a tu mensaje; ha reaccionado a su mensaje; reaccionó a tu mensaje; "
            "reaccionó a su mensaje; reaccionó a través de gmail"
        ),
        asks=(
            "¿preguntas?; ¿no estarás * ?; ¿no estará * ?; ¿no vas a estar * ?; ¿no has sido tú * ?; ¿no reconoces * ?; "
            "¿no reconoce * ?; ¿prefieres * ?; ¿prefiere otr * ?; ¿tiene preguntas?; ¿tienes preguntas?; ¿tiene alguna pregunta?; "
            "¿tienes alguna pregunta?; ¿tiene dudas?; ¿tienes dudas?; ¿dudas?; ¿necesita ayuda?; ¿necesitas ayuda?; ¿no fue usted?; "
            "¿no has sido tú?; ¿no fuiste tú?; ¿no solicit * ?; ¿no puede asistir?; ¿no puedes asistir?; ¿cómo fue su * ?; "
            "¿cómo fue tu * ?; ¿cómo ha sido su * ?; ¿cómo ha sido tu * ?; ¿qué le pareció * ?; ¿qué te pareció * ?; "
            "¿nos recomendar * ?; ¿qué tan * ?; ¿cómo calificar * ?; ¿cómo valorar * ?; ¿está satisfecho * ?; ¿reconoce * ?"
        ),
        formal=(
            "queremos recordar; queremos conocer; queremos saber; queremos informar; queremos agradecer; quisiéramos conocer; "
            "quisiéramos saber; necesitamos su opinión; necesitamos tu opinión; necesitamos verificar; necesitamos confirmar; "
            "ver mi; seguir mi; en mi cuenta; en mi área"
        ),
        first=(
            "yo; mi; mis; me; conmigo; quiero; quisiera; necesito; espero; compré; pedí; recibí; puedo; tengo; soy; "
            "estoy; solicité; llevo"
        ),
        wants=(
            "quería saber; queria saber; quería preguntar; quisiera saber; quisiera preguntar; me gustaría saber; "
            "querría saber; me preguntaba si; quería consultar; quisiera consultar; pueden decirme; podría decirme; "
            "queremos; quisiéramos; necesitamos; buscamos; hemos pedido; pedimos; no hemos; nuestro pedido; "
            "nuestra cuenta; envíenos; envíeme; mándeme; por favor envíen; podrían; podría; puede enviar; "
            "no ha llegado; no llegó; no llega; nunca llegó; no funciona; equivocad; dañad; roto; falta; cancelen; "
            "anular; pero; pueden enviar; pueden decir; pueden ayudar; me pueden; nos pueden; cotización; "
            "presupuesto; mejor oferta; solicitamos; seguimos esperando; sigo esperando; todavía espero; "
            "todavía esperamos; aún esperamos; sin respuesta todavía"
        ),
        echo=(
            "su mensaje; tu mensaje; su consulta; tu consulta; usted escribió; nos escribiste; copia de su mensaje; "
            "copia de tu mensaje"
        ),
    ),
    circulars=CircularWords(
        subjects=(
            "nuev[oa]s? (tarifas?|precios|horarios?|dirección|teléfono|domicilio)|"
            "(cambio|actualización|subida) de (precios|tarifas?|horario|domicilio|dirección)|nos (mudamos|trasladamos)|"
            "felices (fiestas|pascuas)|feliz (navidad|año)|puertas abiertas|invitación|visita a nuestro stand"
            "|(cierre|cerrado|cerramos|cerrados|estaremos cerrados) (por|de|del|en|el|temporal)|vacaciones (de|colectivas)|"
            "horario (de|especial|navide|verano|invierno|durante)|(nuevo|cambio de|nuestros?) (horario|domicilio|dirección|"
            "cuenta|datos|tarifas?|precios)|(actualización|subida|revisión|ajuste|cambio) de (precios|tarifas)|(nueva|"
            "nuestra) (tarifa|lista de precios|sede|ubicación)|a todos (los|nuestros)|(aviso|comunicado|circular|"
            "información) (a|importante|para)|un placer (saludar|conocer|recibir|haber)|gracias por (su|tu|vuestra) visita|"
            "(asamblea|junta) (general|ordinaria|extraordinaria|de)|acta de|corte de (agua|luz|suministro)|obras (en|de)|"
            "(programa|programación|calendario) (de|del)|nueva (temporada|colección|carta)|(felices|felicitación) (fiestas|"
            "navidad)|feliz (navidad|año)|inventario|convocatoria|retirada de producto"
        ),
        readers=(
            "soci[oa]s?|miembro|lector|suscriptor|vecin|familias|padres|client|amig[oa]s de|voluntari|patrocinador|"
            "participante|expositor|comerciante|empresari[oa]s|asociad|afiliad|usuari|abonad|alumn|colegiad|donante|"
            "seguidor|residentes|propietarios|senderistas|madres y padres|padres y madres|alumnado|estudiantes|"
            "exalumn[oa]s|jubilad[oa]s|feligreses|inquilin[oa]s|copropietarios|comuneros|huéspedes|pacientes|"
            "pasajeros|oyentes|espectadores|asegurad[oa]s|accionistas|ciudadan[oa]s|paisan[oa]s|aficionad[oa]s|"
            "amantes|benefactores|compañeros socios|cofrades|peñistas"
        ),
        everybody=(
            r"todos|todas|amig[oa]s|coleg|compañer|colaborador|proveedor|gente|famili(a|ota)(?!\p{L})|tod@s|amigues|"
            r"querid[oa]s[ ,!:]*\Z|equipo(?! de)|señor[ae]s|compis|grupo|todo el mundo|colaboradores|familia"
        ),
        opts_out=(
            "si (no|ya no|prefiere|prefieres) .{0,50}(recib|correos|mensajes|información|contact|saber)|"
            "para no recibir|responda .{0,12}(baja|no)|si no le interesa|si no te interesa|"
            "(no|ya no) (quieres|quiere|queréis|deseas|desea) .{0,30}(recibir|más correos|más mensajes)|"
            "gestiona(r)? (tus|sus|mis) (preferencias|suscripciones)|demasiados correos|"
            r"(de|darse de baja de|borrar\p{L}* de) (nuestra|esta|la|mi) lista (de (correo|distribución|envío))|"
            "recibes este (correo|mensaje|email)|recibe este (correo|mensaje|email)|lista de difusión"
        ),
        tells=(
            "(asamblea|junta|reunión) (general|ordinaria|extraordinaria|anual|de (padres|vecinos|propietarios|socios|"
            "la comunidad))|orden del día|(el )?acta (de|adjunt)|(nuevo |nuestro )?horarios? (de (apertura|verano|"
            "invierno|navidad|atención|las fiestas)|especial|durante)|(nuestr[oa]s?|el|la) nuev[oa]s? (catálogo|"
            "tarifas?|lista de precios|folleto|programa|temporada|colección|carta|web|dirección|sede|local|menú|"
            "horarios?)|(nuestros |los |las )?(precios|tarifas) (suben|subirán|cambi|van a|aument|se (actualiz|"
            "modific|increment)|a partir|vigentes)|(subida|actualización|revisión|incremento) de (precios|tarifas)|"
            "nos (mudamos|trasladamos|hemos (mudado|trasladado)|cambiamos)|"
            "(visítenos|visítanos|visitadnos|encuéntrenos|encuéntranos|acompáñenos|acompáñanos|únete|únase|acércate)|"
            r"(nuestro |en el )stand(?!\p{L})|(jornada|día|tarde|fin de semana)s? de puertas abiertas|"
            "puertas abiertas|(mercadillo|rastrillo|verbena|romería|rifa|sorteo|bingo|fiesta (de|del|mayor)|"
            "concierto de|cena (de|anual|benéfica)|feria (de|del)|paella (popular|solidaria))|(los |las )?(cursos?|"
            "talleres|clases|ensayos|entrenamientos) (empiez|comienz|inici|se reanud|vuelven|serán)|"
            "(nuevos|nuevas) (cursos|talleres|fechas|grupos)|"
            "(las )?inscripci(ón|ones) (abierta|hasta|está|en|antes|a través)|"
            "(plazo|fecha) (límite )?de (inscripción|matrícula|presentación)|(inscríbete|inscríbanse|apúntate|"
            "apúntense|apuntaos|reserva tu|reserve su) .{0,10}(plaza|antes|en|ya|sitio)|"
            "(quedan|últimas|pocas) .{0,10}plazas|plazas (son )?limitadas|"
            "(la |las |su )?cuotas? (anual|de soci|del? año|de este|correspond|mensual|se )|"
            "(se (buscan|necesitan)|necesitamos|buscamos) (voluntari|manos|ayuda para)|"
            "(corte|interrupción) (de|del) (agua|luz|suministro|tráfico|gas)|"
            "obras en (la|el) (calle|edificio|garaje|ascensor|portal)|"
            r"(pásalo|pasadlo|pásenlo|difund|compart)\p{L}* .{0,30}(contactos|amig|conocid|voz|mensaje|quien)|"
            "correr la voz|(no es necesario|no hace falta) (responder|contestar)|(esperamos|confiamos|contamos|"
            "deseamos) .{0,20}(veros|verles|verlos|vernos|contar con (vuestra|su) (presencia|asistencia)|recibir(les|"
            "os)|asistencia)|os esperamos|les esperamos|los esperamos|te esperamos|"
            "no (faltes|falten|faltéis|os lo perdáis|te lo pierdas|se lo pierdan)|"
            "(les|os|le|te) (informamos|recordamos|comunicamos|anunciamos|avisamos|hacemos saber)|"
            "(informamos|recordamos|comunicamos) a (todos|los|las)|(nos complace|tenemos el (placer|gusto|honor)|"
            "es un placer) (de )?(informar|anunciar|presentar|invitar|comunicar|compartir)|"
            "se (convoca|comunica|informa|recuerda|avisa) (a|que)|para (su|vuestro) conocimiento|"
            "recordatorio (a|para|de (la|el|nuestr))|"
            r"(apunta|anota|guarda|reserva)\p{L}* (la|esta|en la) (fecha|agenda)|fechas? (a recordar|importantes)|"
            "próxim[oa]s (eventos|actividades|fechas|cursos|salidas)|"
            "gracias (a (todos|todas|quienes|los que)|por (vuestr[oa]|su) (confianza|apoyo|colaboración|fidelidad))|"
            "felices (fiestas|pascuas|navidades)|feliz (navidad|año)|próspero|"
            "(cerraremos|permaneceremos cerrados|estaremos cerrados|cerrado|cerrada) (del|el|por|los|desde|durante)|"
            "chocolatada|punto de encuentro|aportación voluntaria|donativo|como (cada|todos los) años?|"
            "adjuntamos (el|la|los) (acta|programa|convocatoria|catálogo|tarifa|calendario|cartel)|convocatoria|"
            "circular (n|informativ)"
        ),
    ),
    asks_leave=(
        "(con quién|a quién) (puedo|podemos|hablo|me dirijo|debo|envío)|"
        "me (pasas|pasa|das|da) (el|la|un|una|tu|su)|(quieres|quiere|quieren) (ver|saber|probar|que)|"
        "(puedo|podemos|podría) (enviar|mandar|mostrar|enseñar|llamar|presentar|prepar)|(le|les|te|os) (preparo|"
        "preparamos|envío|enviamos|mando|mandamos|llamo|llamamos|interesa|interesaría|cuento|parece|apetece)|"
        "(está|estás|estaría|estarías) (abiert|interesad)|cuántos .{0,30}(necesita|necesitan)|hablamos|agendamos"
    ),
    requests=(
        "en (vez|lugar) de|"
        "desde (ayer|hoy|esta mañana|el (lunes|martes|miércoles|jueves|viernes|sábado|domingo))|adjunt|remit|"
        "quedamos|quedo|pendient|para el proyecto|como (acordamos|hablamos)|"
        "(tomamos|acept|pensamos|organizamos|abrimos|reform|nos gusta|me gusta|pasar)|tienen que|hay que|señal|"
        "otr[oa]s? (dos|tres|mesa|silla)|presupuest|atascad|gotea|enferm|estaba cerrad|no queda|medidas|(quer|"
        "quisi|necesit|busc|dese|solicit|pid|pido|ped[ií]|reclam|espero|estamos esperando|esperando|me gustar|"
        "nos gustar|me interesa|nos interesa|compr[ée]|compramos|encarg)|por favor|podr|pueden|"
        "puede (ser|venir|decir|hacer)|puedes|presupuesto|cotiza|"
        "(una|mi|la|otra|pedir|nueva) cita(?! (es|será|ha))|reembols|devol|cambi|cancel|dar de baja|anul|queja|"
        "reclam|avería|averiad|rot[oa]|no (funciona|va|lleg|enciende|cierra|me|nos|he|hemos|puedo)|falta|equivoc|"
        "urgente|mi currículum|currículo|cv|candidat|trabajo|disponib|precio|ll[aá]m|env[ií]|manden|mand[ae]|"
        "problema|todavía|aún"
    ),
    needs="necesit|busco|buscamos|presupuesto|cuánto|precio de|(mi|nuestro) pedido",
    visits=(
        r"\d{1,3} (\p{L}+ )?(personas|invitados|adultos|niños|comensales|alumnos|asistentes|pax)|(seremos|somos|"
        r"seríamos|vamos a ser) (unos |unas )?\d{1,3}|(en|a) (vuestra|su) (casa|restaurante|hotel|salón|sala|"
        "local)|con (ustedes|vosotros) (el|la|en)"
    ),
    announces=(
        r"nuev[oa] (solicitud|petición|trabajo|encargo|proyecto) ?(:|en(?!\p{L})|para(?!\p{L}))|"
        "llamada de |recado (telefónico|de)|ha llamado|"
        "mensaje (en|de|por|vía) (whatsapp|messenger|instagram|facebook|telegram)|"
        r"nuev[oa] (\p{L}+ ){0,2}(mensaje|consulta|solicitud|pregunta|contacto|respuesta|cliente potencial) (de|"
        r"para|sobre|desde|en tu anuncio)(?! usted| ti(?!\p{L})| ustedes)|nuev[oa] (\p{L}+ )?(consulta|lead|"
        "solicitud de (presupuesto|contacto|reserva|información)|cliente potencial)|(te|le|os|les) ha (escrito|"
        "contactado|(enviado|dejado|hecho) (un|una) (nuev[oa] )?(mensaje|consulta|pregunta|solicitud))|"
        "has recibido (un|una) (nuev[oa] )?(mensaje|consulta|pregunta|solicitud)|"
        "ha recibido (un|una) (nuev[oa] )?(mensaje|consulta|pregunta|solicitud) (de|para|sobre)|"
        "(mensaje|consulta|pregunta) de (?!tu|su|nuestr)|está interesad[oa] en|"
        "quiere (un presupuesto|reservar|contactar)|busca un|ha (rellenado|completado) (tu|su|el) formulario"
    ),
    voice=VoiceWords(
        common="el los las y de que para con una por está se del al en usted lo ha no",
        your="su sus tu tus te vuestro vuestra vuestros",
    ),
    sender_functions="equipo cliente clientes avisos notificaciones registro soporte atención sistema",
    telephone=r"tel\b|tele?[fp]h?o|celul|número de tel",
    letters=LetterWords(
        greetings="hola|buen(?:[oa]s)? |estimad|apreciad|querid",
        closings="(?:un )?(?:cordial(?:es)?|atentos?)? ?saludos?(?: cordial(?:es)?)?|atentamente|un abrazo|atte",
        titles="sra?|señora?|don|doña",
        titles_of_many="señores|señoras y",
        currencies="dólares euros",
        orders="pedido|orden de compra",
    ),
)
