"""Portuguese, of Portugal and Brazil."""

from __future__ import annotations

from watcher.core.inquiry.pleasantries.words import Pleasantries

WORDS = Pleasantries(
    thanks="""
        (queria|quero|gostaria_de|gostava_de)_(agradecer|agradecer-lhe|agradecer-lhes|lhe_agradecer|lhes_agradecer)
        obrigad(o|a|os|as) obrigadão obrigadíssim(o|a) obg obgd agradeço agradecemos agradecid(o|a|os|as) agradecimento
        agradecimentos agradecer agradecer-lhe grato grata gratos bem_haja bem_hajam valeu gratidão brigad(o|a|ão)
    """,
    thanked="""
        muito muitíssimo imenso mesmo de_novo novamente mais_uma_vez uma_vez_mais a_você a_vocês a_todos a_si eu por_tudo por_(me|nos|ter|terem|responder|responderem|esclarecer|toda|todo|todas|todos)
        pela pelo pelas pelos tudo toda todo sua seu suas seus vossa vosso tua teu a o as os e lhe lhes vos te do da de coração fico
        ficamos estou estamos meu meus nosso nossos desde_o_fundo sinceramente profundamente
        do_fundo_do_coração à_equipe à_equipa equipe equipa eternamente extremamente
        resposta respostas ajuda atenção informação informações retorno tempo apoio mensagem e-mail email esclarecimento
        esclarecimentos disponibilidade simpatia rapidez atendimento paciência explicação explicações conselho conselhos dica
        dicas gentileza amabilidade profissionalismo cuidado carinho compreensão feedback serviço suporte auxílio colaboração
        orientação orientações prontidão eficiência cortesia trabalho esforço confiança interesse cordialidade
        rápida rápido pronta excelente ótimo ótima clara claro detalhada completa gentil útil preciosa imediata boa bom tão
        rapidamente prontamente respondido ajudado ter terem me nos
        (por|pela)_(ter|terem)_(respondido|avisado|ajudado|explicado|esclarecido)(|_tão_depressa|_tão_rápido|_tão_rapidamente)
        por_(avisar|avisarem|responder|responderem|tudo|ajudar|explicar) de_coração presteza celeridade sinceridade franqueza pronto
        deferência
        pela_(presteza|prontidão|celeridade|simpatia|sinceridade|franqueza|cordialidade|deferência|gentileza|ajudinha|força)
    """,
    praise="""
        muito_(bom|bem)
        (vai|vão|vamos)_(adorar|amar) (vai_ficar|vão_ficar|ficará|ficarão|ficou)_(muito_|)(feliz|felizes|contente|contentes|radiante|encantad(a|o))
        perfeito perfeita ótimo óptimo ótima excelente gentil gentis simpático simpática simpáticos maravilha
        maravilhoso maravilhosa fantástico fantástica top espetacular espectacular incrível impecável legal massa show bacana
        atenciosos atenciosa atencioso prestativos prestativa cinco_estrelas útil espetáculo sensacional nota_dez
        feliz felizes contente contentes radiante encantada encantado satisfeito satisfeita satisfeitos aliviada aliviado
        ajudou resolvido resolvida esclarecido esclarecida solucionado claro clara
        (já|agora|tudo)_(funciona|está_a_funcionar|está_funcionando|funcionou)(|_tudo|_bem|_perfeitamente|_de_novo|_novamente) funciona_(de_novo|novamente|perfeitamente|tudo|na_perfeição) funcionou(|_perfeitamente|_muito_bem|_direitinho) deu_certo
        (era_|é_|)(exatamente_|exactamente_|mesmo_|isso_mesmo_)(o_|)que_(eu_|)(queria|precisava|queria_saber|procurava)(|_saber) entendi percebi compreendi
    """,
    praised="""
        ficou
        é está estão foi foram são tudo muito mesmo já agora me nos ajudou da_sua_parte da_vossa_parte que tão
        ficamos minha meu nossa nosso mãe pai mulher marido esposa esposo filha filho filhos pais família chefe colega
        colegas avó avô namorada namorado crianças problema o a os as um uma sua vossa resposta ajuda explicação
        atendimento serviço você vocês bastante realmente imensamente super finalmente isso isto assim estou estamos sido notícia mais
    """,
    wished="""
        dia tarde noite semana fim_de_semana final_de_semana fds festas natal ano ano_novo páscoa trabalho férias
        feriado verão resto_de_(dia|semana|tarde) saúde sorte sucesso entradas entrada continuação descanso
        viagem almoço passagem carnaval virada ramadão
        colheita vindima vindimas são_joão
    """,
    good="""
        bom boa boas bons ótimo óptimo ótima óptima excelente feliz felizes lindo linda santo santa abençoado abençoada
        maravilhoso maravilhosa próspero muita muito melhor excelentes agradável ótimas
    """,
    wishing="""
        tenha tenham tenhas desejo desejamos desejo-lhe desejo-lhes desejar votos de continuação_de um uma muito também para si você vocês todos
        lhe a_todos e a sua família equipa equipe da do o que seja cheio cheia paz de_uma com resto novo vossa toda
        os meus melhores
        para_todos para_si para_vocês para_você para_todos_vós pra_vocês
    """,
    common="e eu muito a_si mesmo também me nos de_novo você vocês lhe",
    formulas="""
        (agora|já)_(percebi|entendi|sei|compreendo|entendo|está_claro)(|_tudo) isso_explica_tudo (fico|ficamos|estou)_(mais_|muito_|)(descansad(o|a)|tranquil(o|a)|aliviad(o|a)) que_(rapidez|gentileza|eficiência|simpatia|rápido) vocês_são_(demais|os_melhores|ótimos|incríveis|maravilhosos) (é|são)_(um_amor|um_anjo|uns_anjos|uns_queridos|muito_simpáticos) (vou|irei)_recomendar(|-vos|_a_todos) cinco_estrelas chegou_tudo_(bem|direitinho|em_ordem) (já_|)(encontrei|achei) era_(esse|isso)_o_problema cumprimentos_a_(todos|toda_a_equipa) excelente_(atendimento|serviço) boa_viagem bom_descanso fiquem_com_deus
        (bom|boa)_(domingo|sábado|sexta|sexta-feira|segunda|terça|quarta|quinta)
        ok okay entendido recebido anotado tomei_nota (já_|)(entendi|percebi|compreendi|recebi|anotei)(|_tudo|_perfeitamente) tudo_(claro|certo|bem|esclarecido|resolvido|ok) fico_esclarecid(o|a)
        igualmente até_(breve|logo|à_próxima|a_próxima|já|sempre|mais) abençoad(o|a) deus_(o|a|os|lhe|te|vos)_abençoe adeus tchau para_si_também para_vocês_também
        de_nada não_tem_de_quê por_nada foi_um_prazer disponha sempre_às_ordens imagina nós_é_que_agradecemos eu_é_que_agradeço obrigad(o|a)_eu obrigad(o|a)_nós
        (fico|ficamos|estou|estamos)_à_(sua_|vossa_|inteira_|)disposição (à|ao)_(sua_|vossa_|)(disposição|dispor) não_hesite_em_contactar-me parabéns bom_saber que_(bom|boa_notícia|maravilha|alívio|ótimo|fixe|gentileza) um_bem_haja
        desculpe_o_incómodo desculpe_o_incômodo era_(só_|mesmo_|exatamente_|exactamente_|)isso é_tudo
        ah oh ufa oba uau puxa nossa viva ciente
        (fico|ficamos|estou|estamos)_(muito_|mais_|bem_mais_|)(descansad(o|a|os|as)|aliviad(o|a|os|as)|tranquil(o|a|os|as)|esclarecid(o|a|os|as)|grat(o|a|os|as)|satisfeit(o|a|os|as))
        (agora|já)_(percebi|entendi|compreendi|sei|está_tudo_claro|faz_sentido)
        (estava|foi_parar|tinha_ido_parar)_(no|na_pasta_de|à_pasta_de|na_caixa_de)_(spam|lixo_eletrónico|lixo_eletrônico)
        (encontrei|achei|localizei)(-o|-a|_o|_a|)(|_no_spam|_na_pasta_de_spam|_no_lixo_eletrônico)
        (não_é_preciso|não_precisa|não_precisam|escusa_de)_(de_|)(responder) (só|apenas)_queria_(agradecer|dizer_isso|que_soubesse)
        é_(um_|uma_|uns_|os_|)(anjo|anjos|amor|amores|craque|craques|máximo|querido|querida|queridos|espetáculo|show|melhores|maravilhosos|maravilhosa|ótimos|incríveis|5_estrelas)
        és_(um_|uma_|uns_|os_|)(anjo|anjos|amor|amores|craque|craques|máximo|querido|querida|queridos|espetáculo|show|melhores|maravilhosos|maravilhosa|ótimos|incríveis|5_estrelas)
        são_(um_|uma_|uns_|os_|)(anjo|anjos|amor|amores|craque|craques|máximo|querido|querida|queridos|espetáculo|show|melhores|maravilhosos|maravilhosa|ótimos|incríveis|5_estrelas)
        vocês_são_(um_|uma_|uns_|os_|)(anjo|anjos|amor|amores|craque|craques|máximo|querido|querida|queridos|espetáculo|show|melhores|maravilhosos|maravilhosa|ótimos|incríveis|5_estrelas)
        você_é_(um_|uma_|uns_|os_|)(anjo|anjos|amor|amores|craque|craques|máximo|querido|querida|queridos|espetáculo|show|melhores|maravilhosos|maravilhosa|ótimos|incríveis|5_estrelas)
        que_(alívio|alegria|bom|maravilha|rapidez|simpatia|atendimento|notícia_boa|boa_notícia|gentileza|delícia)
        (deus|que_deus)_(o|a|os|vos|te|lhe|lhes)_(abençoe|pague|ajude)(|_sempre|_muito) bem_haja bem_hajam
        (valeu|vlw|brigadão|brigado|brigada)(|_demais|_mesmo)
        (abraços|abraço|um_abraço|cumprimentos|beijinhos|lembranças)_(a|para|ao|à)_(todos|equipa|equipe|sua_esposa|seu_marido|família|toda_a_equipa|toda_a_equipe)
        ficou_(impecável|perfeito|perfeita|ótimo|ótima|excelente|lindo|linda|como_novo|como_nova|5_estrelas|show) como_novo
        (problema|assunto)_(resolvido|solucionado) resolvido (salvou|salvaram)_(-me_|me_|)o_dia
    """,
    greetings="""
        olá oi bom_dia boa_tarde boa_noite prezad(o|a|os|as)(|_senhor|_senhora|_senhores) car(o|a|os|as)(|_senhor|_senhora|_senhores|_amigos|_colegas|_todos) estimad(o|a|os|as)(|_senhor|_senhora|_senhores) exm(o|a|os|as)(|_senhor|_senhora|_senhores|_sr|_sra|_srs)
        olá_(a_todos|bom_dia|boa_tarde|boa_noite|de_novo|pessoal|equipa) ex.m(o|a|os) querid(o|a|os) viva senhor senhora senhores
    """,
    closings="cumprimentos atenciosamente att atte cordialmente abraço abraços saudações saudação beijinhos beijinho beijos cumps bjs abs respeitosamente",
    closed="com os as melhores cordiais cordial meus nossos um grande forte para toda a equipa equipe família todos de da do muito respeitosos sinceros subscrevo-me",
    titles="senhor senhora sr sra dr dra dona eng engenheiro engenheira doutor doutora d prof arq",
    functions="diretor diretora gerente responsável compras vendas proprietário proprietária advogado advogada engenheiro administração administrativo administrativa secretária comercial sócio sócia departamento",
    footers="""
        esta_mensagem este_(e-mail|email) antes_de_imprimir a_informação_contida as_informações_contidas aviso_legal confidencialidade aviso_de_confidencialidade
        enviado_(de|do|da|a_partir|desde|pelo) pense_no_ambiente pense_no_meio_ambiente proteja_o_ambiente nif nipc cnpj rgpd lgpd
    """,
)
