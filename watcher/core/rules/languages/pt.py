"""Portuguese."""

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
            "fora do escritório|ausente|estou (de férias|fora|de licença|em viagem)|estarei (de férias|ausente|fora)|"
            "de férias|escritório (está|estará) (fechado|encerrado)|(escritório|loja|empresa|oficina|"
            "consultório) (está|estará|permanece|permanecerá|encontra-se) (fechad|encerrad)|"
            "(fechad|encerrad)[oa]s? (para|por) (férias|feriado|natal)|"
            "de (licença|baixa) (médica|maternidade|de maternidade|parental)?|"
            "licença[- ](maternidade|paternidade|médica)|em licença|não trabalho mais|já não trabalho|"
            "não trabalha mais|deixou a empresa|não faz mais parte|fora do país|em férias"
        ),
        added=(
            "regress|retorn|voltarei|no meu (regresso|retorno)|até (o |ao )?dia|até|em caso de urgência|urgente|"
            "contact|contat|acesso limitado|responderei|a partir d|de volta|do dia|estarei de|reabr|volt|respond|"
            "dirij|envie (um|para)|entre em contato"
        ),
        maybe_away=(
            "de (férias|baixa|licença|folga)|em (viagem|férias|licença|feira)|doente|luto|encerrad[oa]s?|"
            "fechad[oa]s?|não (estou|estarei) (no|na|disponível)|já não (faço|faz|trabalho|trabalha)|"
            "não faço (mais )?parte|deslocação|a viajar|viajando|viagem|não faço parte"
        ),
        answers=(
            "envie .{0,40}(mensagens|e-?mails?)|minha colega|meu colega|substitui|acesso limitado|"
            "não (lerei|terei acesso)|responderei|assim que (possível|regressar|voltar)|"
            "(meu|minha) (regresso|retorno|ausência)|em caso de urgência|assuntos urgentes|urgente|"
            "só (regresso|volto)|contacte|contate|dirija"
        ),
        alone=(
            "(na|durante a) minha ausência|acesso (limitado|restrito) ao|(no|do) meu (regresso|retorno)|"
            "(esta|este) (caixa|conta|endereço|e-?mail).{0,30}(já não|não é mais|deixou)|"
            "até lá não (consult|leio|lerei|vejo|verific)|"
            "(resposta|responder).{0,25}(pode|poderá) (demorar|levar) .{0,25}(dias?|horas)|"
            "podemos demorar .{0,25}(dias?|horas)|(fecha|fechamos|encerra|encerramos) para férias"
        ),
        everyday_away=(
            "licença|baixa médica|gripe|de cama|operad|maternidade|paternidade|bebé|bebê|reformou|aposent|assumiu|"
            "dias? (de (descanso|folga|férias)|livres?)|uns dias|feriado|faz uma pausa|pausa (de verão|de natal|anual)|"
            "paragem (anual|técnica)|internad[oa]|hospital(izad[oa])?|operad[oa]|cirurgia|"
            "em (curso|formação|convalescença|quarentena|recuperação)|curso|balanço|lua de mel|ano sabático|saí da|"
            "saiu da|deixei (a|de)|já não estou|não estou mais|ponte (de|do)|greve|recesso|meu último dia|em mudanças|mudança|obras|"
            r"(perna|braço|tornozelo) partid\p{L}+|engessad\p{L}+|de repouso|convalesc\p{L}+|casamento|na feira|(pouca|sem) rede|"
            "na estrada|(estou|estarei|estamos) (fora|ausente)|não (estou|trabalh(o|amos))|"
            "às (segundas|terças|quartas|quintas|sextas) não|descansamos|já não (trata|gere|cuida|é responsável)|de baixa|sem rede|"
            "desligad|(fui|fomos|sou|somos) (pai|mãe|pais)|em (obra|viagem|casa até|feira|formação)|na (praia|serra|montanha|feira)|"
            "no (estrangeiro|hospital|mar)|de (licença|baixa|luto|folga|viagem|atestado)|luto|"
            r"(oficina|loja|forno|escritório|ateliê|atelier|equipa|equipe|máquinas) (está|estão|descansa\p{L}*|para\p{L}*|faz|"
            r"fecha\p{L}*|encerra\p{L}*)|só (trabalho|estou|trabalhamos)|meio período|tempo parcial|part[- ]time|"
            r"(pai|mãe|marido|mulher|irmão|irmã) (faleceu|morreu)|reformei|reformad[oa]|aposent\p{L}+|acidente|"
            "sem (rede|sinal|internet|cobertura)|pouca (rede|cobertura)"
        ),
        everyday_answers=(
            "retom(o|amos|arei)|trata de tudo|trata d(os|as)|ninguém (lê|responde)|não (é|são) lid[oa]s?|damos seguimento|"
            "volto ao trabalho|só volto|vejo as mensagens|encarreg|cuida d|escreva (a|ao|para)|sem (computador|acesso)|amanhã|lerei|"
            "vejo pouco|até (segunda|terça|quarta|quinta|sexta)|falamos (na|no)|vemo-nos|difícil (contactar|falar)|"
            r"(caixa|conta|endereço) (\p{L}+ ){0,3}(será|vai ser) (encerrad|desativad|eliminad)[oa]|"
            r"(a|o) \p{L}+ (ajuda|trata|responde|substitui)|substitui-me|agora é|(encomendas|envios|pedidos) (saem|voltam|seguem)|"
            "leio tudo|amanhã (cedo|de manhã)|"
            "(trata|cuida|toma conta|assume|atende|acompanha|responde) (de|por|dos|das|os|as|o|a|tudo|meus|minhas)|"
            "retom(o|amos|aremos|a)|por ordem|aos poucos|(vejo|leio|abro|consulto) .{0,15}(e-?mails?|correio|mensagens|telemóvel)|"
            "(se|caso) (for|seja) urgente|o que for (urgente|inadiável)|"
            "(volto|voltamos|regresso|regressamos|reabrimos) (a|no|na|ao|em|dia|segunda|com)|seguem a partir|a partir d(e|o|a)|"
            "no regresso|ao voltar|de volta"
        ),
        subjects=(
            "encerra(do|mento) (para|de)|férias coletivas|de férias|fechado para|ausên|"
            "(vamos|estamos|estaremos) (encerr|fechad|fora)|fora do escritório|em viagem|"
            r"obrigad[oa] pel[oa] (sua|seu|tua|teu|vossa) (mensagem|e-?mail|contacto|contato)|(a )?(sua|tua) mensagem\Z|"
            "recebemos (a sua|o seu|sua|seu) (mensagem|e-?mail|contacto|contato)|"
            r"(estamos|estou|vamos|vou) (de férias|fora|encerrad|fechad|em)\p{L}*|fechad[oa]s? (de|para|até|em)|fora até|"
            r"não (estou|estamos)|ausente|reforma\Z|"
            r"(loja|oficina|escritório|atelier|ateliê|clínica|restaurante|empresa|armazém)( \p{L}+)? (fechad[oa]|encerrad[oa]|"
            "de férias|em pausa)|férias (de (verão|agosto|natal|inverno)|coletivas)|voltamos (a|em|dia) |reabrimos"
        ),
        trade=(
            "(as|suas|vossas) encomendas|encomendas (da|do|feitas|online|recebidas)|os (pedidos|orçamentos)|"
            "as (faturas|facturas|entregas)|(serão|são) (enviad|entregu|expedid)[oae]s?"
        ),
        arranges=(
            "aceit(o|amos)|confirm(o|amos)|de acordo|podem (começar|avançar|vir)|avancem|(para|por) (mim|nós) (está|tudo) bem|"
            r"perfeito|(tem|têm|deix\p{L}*) a(s)? chaves?|"
            "(marido|mulher|esposa|filho|filha|vizinh[oa]|porteiro|pai|mãe) (está em casa|tem a chave|abre|estará em casa)|"
            "quando quiserem|transferência|sinal pago"
        ),
        urgent="urgente|urgência|pressa",
    ),
    notices=NoticeWords(
        automatic=(
            "mensagem automática; e-mail automático; email automático; resposta automática; gerado automaticamente; "
            "gerada automaticamente; enviado automaticamente; enviada automaticamente; não responda a este; "
            "não responda a esta; não responda este; não responda esta; favor não responder; "
            "por favor, não responda; por favor não responda; não responder a este; esta caixa * não é; "
            "não é monitorad"
        ),
        receipt=(
            "a sua mensagem foi retida; sua mensagem está retida; para que a sua mensagem seja entregue; "
            "que é uma pessoa real; que não é um robô; "
            "sua ocorrência foi; "
            "a sua reclamação foi; foi registado com o número; foi registada com o número; recebemos a sua; recebemos sua; "
            "recebemos o seu; recebemos seu; recebemos o teu; a sua solicitação foi; sua solicitação foi; o seu contato foi; "
            "sua mensagem foi; a sua mensagem foi; o seu ticket; seu ticket; seu chamado; o seu chamado; número do chamado; "
            "número de protocolo; protocolo de atendimento; foi aberto um; foi recebido com; foi recebida com; foi recebida e; "
            "foi recebido e; ficou registado; ficou registada; ficou registrado; foi registado; foi registada; foi registrado; "
            "foi registrada; o seu pedido foi registado; a sua participação; o seu processo; número de processo; número do processo; "
            "número de pedido; número de referência; guarde este número; indique este número; enviado com sucesso; "
            "submetido com sucesso; não precisa de fazer"
        ),
        courtesy=(
            "o seu pedido de contacto; obrigado por entrar em contato; obrigado por entrar em contacto; obrigado por contactar; "
            "obrigado pelo seu contato; obrigado pelo seu contacto; obrigado pela sua mensagem; agradecemos o seu contato; "
            "agradecemos o seu contacto; agradecemos a sua mensagem; agradecemos o seu e-mail; responderemos em breve; "
            "entraremos em contato; entraremos em contacto; retornaremos; será contactado; será contatado; no prazo de; "
            "num prazo de; nas próximas * horas; dentro de * dias; um técnico; um consultor"
        ),
        trade=(
            "obrigado pela sua encomenda; obrigado pelo seu pedido; obrigado pela sua compra; obrigado pela compra; "
            "obrigado por comprar; confirmação de encomenda; confirmação da sua encomenda; confirmação de pedido; "
            "confirmação do pedido; confirmação de envio; confirmação de pagamento; o seu pedido * foi; seu pedido * foi; "
            "seu pedido foi; seu pedido está; a sua encomenda * foi; a sua encomenda foi; a sua encomenda está; sua encomenda; "
            "o seu pacote; seu pacote; rastreie; rastrear o seu; código de rastreamento; código de rastreio; a sua fatura; "
            "sua fatura; segue em anexo a sua fatura; o seu pagamento * foi; seu pagamento foi; recebemos o seu pagamento; "
            "pagamento recebido; a sua reserva * confirmada; sua reserva * confirmada; sua reserva está; nossa fatura; "
            "em anexo * fatura; a sua encomenda; os seus bilhetes; seus ingressos; reembolso * emitido; pagamento recusado; "
            "pronto para levantamento; pronta para levantamento; sua fatura * disponível; seu extrato; seu extracto; "
            "extrato * disponível; efetuado um reembolso; atualize o método; atualize a forma; recibo de vencimento; holerite; "
            "foi efetuado um reembolso; bilhetes adquiridos; em anexo os bilhetes; com o seu cartão; o seu cartão foi; "
            "seu cartão foi; debitado da sua conta; debitado na sua conta; creditado na sua conta; o seu saldo; o saldo da sua conta"
        ),
        access=(
            "o seu código; seu código; o teu código; código de verificação é; código de verificação:; "
            "código de segurança:; código de uso único; use este código; utilize este código; insira este código; "
            "insira o código; introduza este código; introduza o código; código expira; código é válido; "
            "válido por * minutos; não compartilhe este código; não partilhe este código; redefinir sua senha; "
            "redefinir a sua senha; redefinição de senha; repor a sua palavra-passe; redefinir a sua palavra-passe; "
            "sua senha foi; a sua palavra-passe foi; novo login; novo acesso; confirme seu e-mail; "
            "confirme o seu e-mail; verifique o seu e-mail; se você não solicitou; se não solicitou; se não pediu; "
            "sessão na sua conta; acesso à sua conta"
        ),
        appointment=(
            "lembrete de consulta; lembrete da sua; lembrete do seu; lembrete: sua; lembrete: a sua; lembrete: seu; "
            "lembramos que; lembramos da sua; lembrar da sua; sua consulta está; a sua consulta está; "
            "a sua consulta no dia; sua consulta no dia; o seu agendamento; seu agendamento; a sua marcação; "
            "para cancelar ou; cancelar ou remarcar; começa em * minutos; começa dentro de"
        ),
        survey=(
            "sua opinião; a sua opinião; avalie o seu; avalie sua; avalie a sua; avalie nosso; avalie o nosso; "
            "pesquisa de satisfação; inquérito de satisfação; breve pesquisa; breve inquérito; como foi sua; "
            "como foi a sua; como foi o seu; o que achou; deixe a sua avaliação; você nos recomendaria"
        ),
        held=(
            "em quarentena; relatório de quarentena; resumo da quarentena; notificação de quarentena; relatório de spam; "
            "resumo de spam; mensagens retidas; mensagens bloqueadas"
        ),
        program=(
            "convidou você; convidou-o; você foi convidado; foi convidado para; aceitar convite; aceitar o convite; "
            "backup concluído; falha no backup; mencionou você; compartilhou * com você; "
            "partilhou * consigo; nova avaliação; será renovad; renovação automática; expira em * dias; "
            "vence em * dias; expirará em; nenhuma ação é necessária; armazenamento está quase; resumo semanal; "
            "novo dispositivo; chamada perdida; chamada não atendida; chamadas perdidas; aceitou o convite; "
            "recusou o convite; aceitou seu convite; segue-te; começou a seguir; comentou a sua; comentou sua; "
            "passos esta semana; sua atividade; armazenamento; faremos uma manutenção; serviço estará indisponível; "
            "do seu armazenamento; foi-lhe atribuíd; cópia de segurança concluída"
        ),
        sign=(
            "gostaria de anular a mensagem; deseja anular a mensagem; deseja cancelar a mensagem; "
            "gostaria de cancelar a mensagem; gostaria de recuperar a mensagem; deseja recolher a mensagem; "
            "gostaria de recolher a mensagem; reagiu à sua mensagem; reagiu à tua mensagem; reagiu a sua mensagem"
        ),
        asks=(
            "dúvidas?; não vai estar * ?; não estará * ?; não reconhece * ?; prefere outr * ?; tem dúvidas?; ficou com dúvidas?; "
            "tem perguntas?; tem alguma dúvida?; precisa de ajuda?; não foi você?; não solicitou * ?; não pode comparecer?; "
            "como foi sua * ?; como foi a sua * ?; como foi o seu * ?; o que achou * ?; você nos recomendaria * ?; "
            "qual a probabilidade * ?; como avalia * ?; está satisfeito * ?; esqueceu * ?; reconhece * ?"
        ),
        formal=(
            "gostaríamos de lembrar; gostaríamos de saber; gostaríamos de ouvir; gostaríamos de informar; gostaríamos de agradecer; "
            "gostaríamos de conhecer; queremos saber; queremos ouvir; queremos conhecer; precisamos da sua opinião; "
            "gostaria de anular a mensagem; gostaria de cancelar a mensagem; gostaria de recuperar a mensagem; "
            "gostaria de recolher a mensagem; na minha conta; na minha área"
        ),
        first=(
            "eu; meu; minha; meus; minhas; me; comigo; gostaria; quero; preciso; comprei; recebi; fiz; posso; tenho; "
            "estou; sou; solicitei; pedi"
        ),
        wants=(
            "queria saber; queria perguntar; queríamos saber; gostava de saber; gostaria de saber; gostava de perguntar; "
            "gostaria de perguntar; quero saber; podia dizer-me; pode me dizer; podem dizer-me; pergunto se; "
            "gostaríamos; precisamos; queremos; procuramos; não recebemos; encomendámos; compramos; nosso pedido; "
            "nossa conta; a nossa encomenda; envie-me; enviem-me; me envie; poderiam; poderia; não chegou; "
            "nunca chegou; não chega; ainda não; não funciona; errad; danificad; "
            "está partid; veio partid; chegou partid; vinha partid; partido; partidos; "
            "falta; cancelar o pedido; "
            "mas; podem enviar; podem dizer; podem ajudar; podem me; orçamento; cotação; melhor oferta; solicitamos; "
            "continuamos à espera; continuo à espera; ainda espero; ainda esperamos; ainda aguardo; "
            "ainda aguardamos; ainda estou à espera; ainda estamos à espera"
        ),
        echo="a sua mensagem; sua mensagem; a tua mensagem; o seu pedido; escreveu; cópia da sua mensagem",
    ),
    circulars=CircularWords(
        subjects=(
            "nov[oa]s? (tabela|preços|horários?|morada|endereço|telefone)|"
            "(reajuste|aumento|atualização|alteração|mudança) (de|dos|da|do) (preços?|tabela|horário|morada|endereço)|"
            "mudámos|boas festas|feliz (natal|ano|páscoa)|portas abertas|convite|"
            "visita ao (nosso )?stand"
            r"|(encerramento|encerrad\p{L}+|fechad\p{L}+|fechamos|estaremos (fechados|encerrados)) (para|por|de|do|no|em|a)|"
            "férias (coletivas|colectivas|de)|horário (de|especial|natal|verão)|(novo|nova|alteração|mudança|atualização|"
            "actualização|reajuste) (d[eoa] )?(horário|morada|endereço|iban|conta|preço|tabela|tarif|instalações)|(nossos|"
            "novos) (preços|dados|horários)|a tod[oa]s (os|as)|(aviso|comunicado|circular|informação) (a|aos|importante|"
            "geral)|foi um (prazer|gosto)|obrigad[oa] pela (sua )?visita|assembleia( |-)geral|convocatória|ata d[ae]|"
            "corte de (água|energia|luz)|obras (na|no|em)|(programa|calendário|agenda) d[eoa]|nova (coleção|época|temporada|"
            "carta)|(boas festas|feliz (natal|ano|páscoa))|inventário|recolha de produto|dia aberto"
        ),
        readers=(
            "sóci|associad|membro|leitor|assinante|subscritor|vizinh|pais|famílias|encarregad|cliente|amig[oa]s d|"
            "voluntári|patrocinador|participante|expositor|comerciante|empresári|utilizador|condómin|munícipe|"
            "moradore|doador|utentes|alunos|caminhantes|pais e encarregados|encarregados de educação|estudantes|"
            "antigos alunos|ex-alunos|reformados|paroquianos|fiéis|inquilinos|condóminos|condôminos|residentes|"
            "hóspedes|pacientes|passageiros|ouvintes|espectadores|segurados|acionistas|cidadãos|conterrâneos|"
            "entusiastas|apreciadores|benfeitores|federados|clientes e amigos|vizinhança"
        ),
        everybody=(
            r"todos|todas|amig[oa]s|coleg|parceir|fornecedor|gente|malta|pessoal|galera|tod@s|querid[oa]s[ ,!:]*\Z|"
            "senhor[ae]s e|família|equipa(?! d)|grupo|minha gente|colaborador|queridos todos"
        ),
        opts_out=(
            "se (não|preferir|já não) .{0,50}(receber|e-?mails|mensagens|contact|informações|interess)|"
            "para não receber|responda .{0,15}(remover|parar|não)|"
            r"(não|já não) (quer|quiser|deseja|pretende|queres)(?!\p{L}) .{0,30}(receber|saber|e-?mails|mensagens)|"
            "cancele .{0,6}(a )?(subscrição|inscrição)|demasiados e-?mails|"
            "(da|desta|na|nossa) (nossa )?lista (de (contactos|distribuição|emails|envio|divulgação))|"
            "recebe(s|u|ram)? este (e-?mail|mensagem)"
        ),
        tells=(
            "(assembleia|reunião) (geral|ordinária|extraordinária|de (pais|condomínio|condóminos|sócios|moradores))|"
            "ordem d(e trabalhos|o dia)|(a )?(ata|acta) (da|de|em)|(novo |nosso )?horários? (de (funcionamento|"
            "abertura|verão|inverno|natal|atendimento)|especial|durante|nas festas)|(o|a|"
            "noss[oa]s?) nov[oa]s? (catálogo|tabela|preçário|brochura|programa|temporada|coleção|carta|site|morada|"
            "endereço|instalações|menu|ementa|horário)|"
            "(os )?(preços|valores) (vão|serão|aument|sobem|subir|mudam|a partir|em vigor|passam)|"
            "(aumento|atualização|reajuste|alteração) (de|dos|da) (preços|tabela|valores)|"
            "(vamos )?mud(amos|ar) (de|para|as) (instalações|morada|nova|sede|um novo|o nosso)|(visite-nos|"
            "visitem-nos|encontre-nos|venham? (conhecer|visitar|descobrir|participar|experimentar)|junte-se|"
            r"juntem-se|apareç)\p{L}*|(nosso |no )stand(?!\p{L})|(nosso )?estande|"
            "(dia|portas|dias) (aberto|abertas|de portas)|(arraial|quermesse|rifa|sorteio|bazar|feira (d[aeo])|"
            "festa (d[aeo]|junina)|concerto d|jantar (d[aeo]|anual|convívio)|almoço (d[aeo]|convívio)|passeio (a|"
            "d[aeo])|magusto|convívio)|(os |as )?(cursos?|aulas|oficinas|ensaios|treinos|atividades) (começam|"
            "iniciam|recomeçam|arrancam|retomam|terão)|(nov[oa]s) (cursos|datas|turmas|oficinas)|"
            "(as )?inscrições (abertas|até|estão|através|limitadas|decorrem|no|na|pel)|"
            r"(prazo|data limite) (de|para) (inscriç|matrícul)|(inscrev|reserv)\p{L}+ (até|já|o seu|a sua|o vosso|em)|"
            "(últimas|poucas|ainda há|restam) .{0,10}(vagas|lugares)|(vagas|lugares) (são )?limitad[ao]s|(a |"
            "as )?(quota|quotas|cota|mensalidade|anuidade)s? (anual|de sóci|d[eo] ano|de 2|relativ|encontra|está|"
            "será|vence)|(precisamos|procuramos|procuram-se|precisa-se) (de )?(voluntári|ajuda para|braços)|"
            "(corte|interrupção) (de|do|no) (água|luz|energia|fornecimento|abastecimento|gás|trânsito)|"
            "obras n[ao] (rua|edifício|prédio|elevador|garagem|estrada)|(passem|partilhem|divulguem|compartilhem|"
            "divulgue|partilhe|espalhem) .{0,25}(palavra|mensagem|amig|contact|quem|informação)|"
            "(não é necessário|não precisa|não é preciso) (responder|resposta)|(esperamos|contamos) .{0,20}(vê-los|"
            "ver-vos|por si|por vós|convosco|com a vossa|com a sua|com todos|com a presença|por vocês|presença)|"
            "(não falte|não faltem|não perca|não percam)|(informamos|lembramos|comunicamos|recordamos|avisamos|"
            "vimos (por este meio )?(informar|convocar|convidar|comunicar))|"
            "(é com (muito |grande )?(prazer|gosto|alegria)|temos o (prazer|gosto)) (que|de)|"
            "(serve|vimos) (a presente|por este)|para (vosso|seu) conhecimento|lembrete (a|para|d[ao])|"
            r"(reserv|anot|marqu|guard)\p{L}+ (na agenda|a data|já esta|esta data)|datas (a reter|importantes)|"
            "próxim[oa]s (eventos|atividades|datas|cursos|encontros)|(muito )?obrigad[oa] (a (todos|todas|quem)|"
            "pel[ao] (vossa|sua) (confiança|apoio|preferência|colaboração|presença))|boas festas|"
            "feliz (natal|páscoa|ano)|próspero ano|(estaremos|vamos estar|estará|encerra|encerramos|fechad[oa]s?|"
            r"encerrad[oa]s?) .{0,14}(de|do dia|no|nos|para|entre|a) \d|ponto de encontro|entrada livre|"
            "como (todos os|em todos os|cada) anos?|"
            "em anexo (o|a|segue|encontra) .{0,10}(ata|acta|programa|convocatória|catálogo|tabela|cartaz|calendário)|"
            "convocatória|circular (n|informativ)"
        ),
    ),
    asks_leave=(
        "(com quem|a quem) (posso|podemos|falo|devo|envio)|(quer|querem|quereis) (ver|saber|experimentar|que)|"
        "(posso|podemos|poderia) (envi|mand|mostr|lig|apresent|prepar|passar)|"
        "(interessa|teria interesse|teriam interesse|faz sentido)|quantos .{0,30}(precisa|precisam)|"
        "(vamos )?conversa|marcamos|agendamos"
    ),
    requests=(
        "em vez de|em lugar de|desde (ontem|hoje|segunda|terça|quarta|quinta|sexta|sábado|domingo)|como combinad|"
        "veio|vieram|chegou|(aceit|pens|organiz|abrimos|remodel|passo |passamos)|agrada|sinal|"
        "mais (dois|duas|três)|é preciso|encravad|ping|doente|estava fech|medidas|(gostar|quer|quis|precis|"
        "procur|desej|solicit|peç|pedi|pretend|aguardo|espero|encomend|reclam|compr[ei]|comprámos|compramos|"
        r"venho)|por favor|se faz favor|pode(m|ria|riam)?(?!\p{L})|poderia|orçamento|cotaç|marca|marcaç|consulta|"
        r"reembols|devol|troc|cancel|anul|rescind|queixa|avari|(está|veio|chegou|vinha|vem) partid|partidos?(?!\p{L})|quebrad|"
        "não (funciona|cheg|fecha|liga|receb|consigo|está)|falta|errad|urgente|currículo|cv|candidat|emprego|"
        "vaga|disponib|preço|envi|mand|problema|ainda"
    ),
    needs="preciso|precisamos|procuro|procuramos|orçamento|preço|meu pedido|minha encomenda",
    visits=(
        r"\d{1,3} (\p{L}+ )?(pessoas|convidados|adultos|crianças|alunos|hóspedes|participantes)|(seremos|somos|"
        r"vamos ser|seríamos) (cerca de |uns )?\d{1,3}|(no|na|a) (vosso|vossa) (casa|espaço|restaurante|hotel|"
        "sala)"
    ),
    announces=(
        r"nov[oa] (solicitação|serviço|trabalho|pedido de (orçamento|visita)) ?(:|em(?!\p{L})|para(?!\p{L}))|"
        "chamada de |recado (telefónico|de)|"
        "mensagem (no|do|via|pelo) (whatsapp|messenger|instagram|facebook|telegram)|"
        r"nov[oa] (\p{L}+ ){0,2}(mensagem|pedido|pergunta|contacto|contato|resposta|lead) (de|do|da|para|"
        r"sobre)(?! si(?!\p{L})| você| ti(?!\p{L}))|nov[oa] (\p{L}+ )?(lead|contacto|contato|pedido de (orçamento|"
        "contacto|contato|reserva|informação|informações))|"
        "(enviou|mandou|deixou)(-(te|lhe))? (uma|um) (nova |novo )?(mensagem|pergunta|pedido)|(recebeste|recebeu|"
        "você recebeu) (uma|um) (nova |novo )?(mensagem|pergunta|pedido|contacto|contato) (de|para|sobre|do|da)|"
        "(mensagem|pergunta|pedido) d[eoa] (?!seu|sua|teu|tua|noss)|está interessad[oa] (em|no|na)|"
        "(gostaria de|quer) (um orçamento|reservar|contactar|contatar)|(procura|está à procura de) (um|uma)|"
        "preencheu (o|a) (seu |teu )?formulário"
    ),
    voice=VoiceWords(
        common="o os as de para com uma não é foi da do em ao na no se será por",
        your="seu sua seus suas teu tua vosso vossa",
    ),
    sender_functions="suporte atendimento serviço clientes sistema",
    telephone=r"tel\b|tele?[fp]h?o|celul|número de tel",
    letters=LetterWords(
        greetings=r"olá|ola\b|bom dia|boa |prezad|car[oa]s|exm",
        closings="(?:com os )?(?:melhores )?cumprimentos|atenciosamente|abra[çc]os?|att",
        titles="senhora?",
        titles_of_many="senhores",
        orders="encomenda|pedido",
    ),
)
