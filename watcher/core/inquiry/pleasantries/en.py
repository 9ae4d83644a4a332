"""English, which goes with every language."""

from __future__ import annotations

from watcher.core.inquiry.pleasantries.words import Pleasantries

WORDS = Pleasantries(
    thanks="""
        (would_like|want|wanted|just_wanted|wish)_to_(say_thank_you|say_thanks|thank|express_my_gratitude)
        thank thanks thankyou thx thnx tnx thanx ta ty tysm tyvm cheers grateful obliged gratitude thankful
        (much|greatly|really|very_much|very|truly|highly|so)_appreciated appreciate
    """,
    thanked="""
        input inputs comment comments catching confirming confirmed checking so_quickly candour honesty insights pointer pointers resolution swiftness efficiency thoughtfulness hospitality
        much for_(the|your|all|this|that|these|everything|it|both|being|helping|replying|answering|explaining|responding|clarifying|taking|getting|coming|letting|sorting|fixing|solving|resolving|such) with from by all both kindly anyway indeed ever again million thousand ton bunch many lot lots tons heaps a_lot
        a_million a_thousand a_ton a_bunch a_thousand_times in_any_case everyone everybody guys team
        your this these those everything that it the his her their our
        quick fast prompt swift speedy rapid immediate timely kind friendly helpful detailed clear thorough great good
        excellent fantastic wonderful amazing brilliant lovely valuable invaluable useful honest professional nice super
        perfect patient continued comprehensive complete precise competent superb outstanding warm generous extra
        help helping reply replying replies answer answers answering response responses responding support assistance
        time message messages mail email emails e-mail feedback service services information info infos advice tip tips
        hint hints explanation explanations explaining effort efforts trouble patience understanding clarification
        clarifying clarifications update confirmation attention kindness hospitality care professionalism courtesy
        cooperation consideration guidance insight suggestion suggestions recommendation recommendations turnaround
        letting_(me|us)_know getting_back coming_back getting_in_touch taking_the_time to_(me|us) back taking_care
        hard work job so_(soon|quickly|fast|promptly) quickly soon promptly fast being sorting fixing solving resolving
        problem issue getting coming letting
        taking trouble time to_help to_answer to_reply to_explain to_respond am are m re
        just can't_thank_you_enough cannot_thank_you_enough enough how extremely truly deeply sincerely most
        immensely
        for_(your_|the_|)(prompt_|quick_|swift_|kind_|)(assistance|attention|action|report|reports|breakdown|notice|heads_up|reminder|catch|pointer|clarity|warning|link|links|summary|candid_reply|honest_reply|write_up)
        courteous profound heartfelt both_of_you to_you_both to_you_all from_the_bottom_of_(my|our)_(heart|hearts) indebted
        for_being_so_(kind|helpful|patient|quick|honest|thorough|understanding) for_(going_|)the_extra_mile
        for_setting_(me|us)_straight for_putting_(me|us)_right for_your_trouble for_bearing_with_(me|us) for_everything(|_you_do)
        once_again
    """,
    praise="""
        (will|'ll)_be_(so_|very_|really_|absolutely_|)(delighted|thrilled|happy|pleased|glad|relieved|overjoyed|over_the_moon|chuffed)
        great perfect super top wonderful excellent brilliant lovely fantastic awesome amazing nice cool kind helpful good
        superb splendid terrific marvellous marvelous fabulous ace magic outstanding impressive friendly professional
        helps helped delighted happy pleased thrilled glad relieved impressed over_the_moon overjoyed satisfied chuffed
        star stars lifesaver legend legends gem hero heroes angel angels treasure
        clear resolved solved sorted fixed (back_)up_and_running (is|was)_exactly_what_(i|we)_(needed|wanted) did_the_trick
        works_(again|now|perfectly|fine|great|a_treat|like_a_charm|beautifully) working_(again|now|perfectly|fine)
        it_works now_it_works works_(perfectly|fine)_(again|now) worked_(perfectly|fine|great|a_treat|like_a_charm|beautifully|well|wonderfully)
        it_worked that_worked (it|he|she|everything|all)(_is|'s|)_(running|works|working|runs)_(again|now|fine|smoothly|perfectly) answers_(my|our|all_my|all_our)_questions? answered_(my|our|all_my|all_our)_question(s|)
        answers_everything((|_that)_(i|we)_(wanted|needed)_to_know|) all_i_(wanted|needed)_to_know
        exactly_what_(i|we)_(wanted|needed)(_to_know|) all_(i|we)_(wanted|needed)(_to_know|) made_my_day makes_sense
        saved_(my|the)_day saved_(me|us)_a_lot_of_time understand_now
    """,
    praised="""

        answer_was reply was_very staff people service_is explanation_was experience
        heating boiler machine printer internet phone car computer program light engine
        have_(been|all) has_been had
        that this it s is was were are been be am m re ve has everything all now just absolutely
        truly most of_you of_your_team how what such a an the to_(hear|know|have|read) much lot a_lot an_absolute
        extremely quite really pretty incredibly
        my our wife husband daughter son mother father mum mom dad parents kids children child family boss colleague
        colleagues friend friends partner girlfriend boyfriend boys girls grandson granddaughter grandparents
        he she they help answer service information explanation advice team you_all job work well yes_that_helps
        everyone everybody here at_last finally
    """,
    wished="""
        day days weekend week evening afternoon time holiday holidays rest summer winter spring autumn season
        christmas xmas easter new_year year thanksgiving ramadan eid hanukkah chanukah passover diwali festive festivities
        vacation night trip travels start health success luck business
        bank_holiday may_day mothers_day
        harvest journey flight drive break nowruz lent carnival advent epiphany half_term holidays_ahead retirement birthday
        anniversary wedding honeymoon marathon pancake_day st_patrick's_day burns_night bonfire_night halloween
    """,
    good="""
        nice great good lovely wonderful pleasant happy super fine relaxing blessed beautiful merry peaceful healthy
        successful prosperous joyful splendid enjoyable fantastic excellent sunny restful quiet cosy joyous best
        all_the_best enjoy warm
    """,
    wishing="""
        have having wish wishing wishes enjoy a an the your rest of too as_well ahead to for all everyone everybody hope
        hoping and_your_(team|family|families|colleagues|loved_ones|staff) from_us from_all_of_us to_come with very
        another both end also week's
    """,
    common="and i we you very really so me us again my our & also once_more from",
    formulas="""
        (that|this|it)_(explains|fixed|solved|settles)_(it|everything|the_problem|the_issue) (that|this|it)_was_the_(problem|issue|reason|culprit|trick) now_(i|we)_(know|understand|see)(|_what_happened|_why|_how_it_works) (i|we)_(found|have_found)_it what_a_(relief|lovely_surprise|great_service|wonderful_service) (you_|)saved_(my_life|our_lives|my_day|the_day) (that|this)_puts_my_mind_at_(rest|ease) (i|we)_(will|shall|'ll)_(certainly_|definitely_|gladly_|)recommend_you(|_to_my_friends|_to_everyone|_to_others) (five|5)_stars (it|everything)_arrived_(safely|safe_and_sound) that_was_(quick|fast) so_(quick|fast|kind|nice|good)_of_you how_(kind|nice|lovely|wonderful|good)(|_of_you) couldn't_be_(better|happier) (very_|much_)welcome that's_all_(i|we)_(needed|wanted)_to_know give_my_(regards|best_wishes|love)_to_(the_team|your_team|everyone|your_family) good_man well_spotted (is|are)_(very_|much_|always_|)(welcome|appreciated) top_(marks|service|notch) worth_its_weight_in_gold
        happy_(friday|monday|sunday) good_friday (have_|enjoy_|)(a_|your_)(good|nice|lovely|great|wonderful|relaxing)_(friday|sunday|saturday|morning) best_of_luck lots_of_(luck|success)
        ok okay noted understood got_it received gotcha all_clear (all|everything)_(good|fine|clear)
        (season('|)s|seasons)_greetings stay_(safe|healthy|well) take_care(|_of_yourself|_of_yourselves) god_bless(|_you) bless_you
        keep_(it_up|up_the_good_work) (same|likewise)(|_to_you) likewise (and_|)(to_|)you_(too|as_well) and_to_you
        see_you(|_soon|_then|_later|_around) until_(then|next_time) till_then bye(|_bye|_for_now) goodbye so_long
        (you_are|you're|your)_(very_|most_|always_|)welcome (it_was_|it's_|)(my|our|a)_pleasure don't_mention_it no_worries
        (should|if)_you_(need|require|have|want)_(anything(|_else|_more|_further)|any_(questions|further_information)|further_information|more_information)(|_from_me|_from_us)
        (should|if)_(anything|anything_else)_(is|be)_(needed|required)(|_from_(our|my)_side|_from_me|_from_us)
        if_(i|we)_can_(ever_|)be_of_(any_|)(help|assistance)(|_to_you)
        if_(i|we)_can_(ever_|)be_of_(any_|)(help|assistance)(|_to_you)
        (please_|)(do_not|don't|dont)_hesitate_to_(contact|call|write_to|email|ask|reach_out_to|get_in_touch_with)_(me|us)(|_again|_anytime|_at_any_time) if_you_(need|require|have)_(anything|any_questions|anything_else)_please_(do_not|don't)_hesitate_to_contact_(me|us)
        (good|great|nice|lovely|wonderful)_(to_know|to_hear|news|stuff|to_hear_from_you|job|work) well_done hats_off
        (i_|we_|i_have_|i've_|we_have_|)(got|received|understood|noted)_(it|that|everything|this|your_(reply|answer|message|email|mail|information)) i_(see|understand)
        (was_|it_was_|)nice_(talking|speaking|meeting)_(to|with|you)(|_you) no_more_questions that_is_all that's_all that_(was|is)_(just_|exactly_|)it it_was_(just_|exactly_|)that
        (sorry_for_the|excuse_the)_(trouble|bother|inconvenience) phew wow hurray hooray yay yippee great_stuff
        (keep|stay)_well good_luck congratulations compliments just_a_(quick|short)_(note|line)_to_say
        i_(just_|)(wanted|want)_to_say a_(big|huge|heartfelt|warm|massive|quick)_thank_you with_(many_|)thanks
        ah oh aha ooh oh_my oh_i_see ah_i_see ah_right ah_ok ah_okay i_see_now (so_|)that('s|_is)_(it|why) well_well haha
        (good_|)riddance that_(answers|settles|clears)_(it|that|everything|my_question|our_question|all_my_questions)(|_up)
        (i_am|i'm|we_are|we're)_(so_|very_|really_|most_|truly_|)(grateful|relieved|delighted|impressed|happy|pleased|glad)(|_now)
        (no_|there_is_no_|there's_no_)need_to_(reply|respond|answer|write_back) no_reply_(needed|necessary|required)
        (i_|we_|)just_wanted_(you_to_know|to_let_you_know|to_say_so)
        (it_was_|found_it_|it_had_gone_|it_went_)(in_|to_|into_)(my_|our_|the_)(spam|junk|spam_folder|junk_folder)(|_folder)
        (found|spotted)_(it|them) it_(is|'s)_all_(sorted|working|fixed|good)(_now|) all_(sorted|working|fixed|done)(_now|)
        (that|it|everything)_(now_|)works_(again_|)(now|perfectly|fine|a_treat|like_new|like_a_dream)
        (it|she|he)_(is|'s)_(like|as_good_as)_new as_good_as_new (the_|)problem_(is_|)(gone|solved|sorted|resolved)(_now|)
        (that|this)_is_(such_|)a_(relief|lovely_surprise|great_help|huge_help|big_help)
        you_(really_|have_|)made_(my|our|her|his|their)_(day|week|year)
        you_(are|'re)_(a_|an_|)(real_|absolute_|total_|)(star|angel|gem|legend|lifesaver|treasure|hero|saint|marvel|wonder|diamond|the_best|stars|angels|legends)
        (may_|)god_bless_(you|you_all|you_and_your_family)
        (may_|)(the_(good_|)lord|god|allah)_(continue_to_|)(bless|reward|keep|protect)_you(|_all|_richly|_abundantly|_and_your_family)
        (remain|stay|be)_blessed blessings peace_be_with_you more_power_to_you bravo
        (i_|we_|)(could|can)_not_(be_happier|ask_for_more|fault_it) (couldn't|can't)_(be_happier|ask_for_more|fault_it)
        (best|great|first_class|top_notch|fantastic|amazing|excellent|outstanding)_(service|customer_service|support|communication)(|_ever|_as_always|_as_ever)
        (as_|)(always|ever)
        (give_|send_|)(my_|our_|)(regards|love|best|best_wishes|warm_regards)_to_(the_team|everyone|all|your_wife|your_husband|your_family|your_colleagues|your_colleague)
        (say_hello|say_hi)_to_(the_team|everyone|all)(_from_(me|us)|) extend_my_(warm_|)regards_to_(the_team|everyone) talk_soon
        speak_soon have_a_good_one enjoy
        (that_is_|that's_|)(very_|so_|really_|extremely_|most_|)(kind|good|nice|decent|sweet|generous|thoughtful)_of_you(|_all|_both)
        (i_|we_|)really_appreciate_(it|that|this|your_help)
        (i_|we_|)(hugely_|greatly_|truly_|)appreciate_(it|that|this|your_help|you) (that_was_|)well_worth_(it|the_wait)
        (great|good|lovely|wonderful|brilliant|happy)_news (that_is_|that's_|)(exactly_|just_|)what_we_(hoped|were_hoping)(_for|)
        (that_is_|that's_|)(exactly_|just_|)what_i_(hoped|was_hoping)(_for|)
        (that_is|that's|what)_(a_|)(weight|load)_off_(my|our)_(mind|minds|shoulders)
        (you_|that_|)(saved|spared)_(me|us)_(a_trip|the_trip|a_journey|a_lot_of_(time|trouble|money|bother|grief|hassle)|a_fortune|hours|days)
        no_wonder makes_(perfect_|)sense(_now|) (that|it)_makes_(perfect_|)sense(_now|)
    """,
    greetings="""
        hi hello hey hiya dear(|_all|_team|_everyone|_both|_sirs|_sir|_madam|_sir_or_madam|_sir_madam|_ladies_and_gentlemen|_colleagues)
        (hi|hello|hey)_(there|all|everyone|both|team|again) good_(morning|afternoon|evening|day) morning to_whom_it_may_concern
        greetings
    """,
    closings="""
        regards regard wishes greetings best sincerely yours sincerely_yours all_the_best br kr rgds brgds cordially
        respectfully love warmly kindly hugs hug x xx xxx xo xoxo gratitude faithfully signed cheerio take_care
    """,
    closed="""
        with my our best kind kindest warm warmest friendly sincere cordial many good all truly ever faithfully
        lots_of much big to your family team wife husband colleagues whole everyone from of sunny the
    """,
    titles="mr mrs ms miss mx dr prof professor sir madam",
    functions="""
        manager director head sales purchasing marketing owner founder assistant officer chief executive accountant
        secretary engineer consultant administrator coordinator department office team lead general managing customer
        service support student teacher partner lawyer architect mobile direct buyer project operations
    """,
    footers="""
        this_(e-mail|email|mail|message|communication|transmission) the_(information|content|contents)_(contained_|)(in|of)_this
        confidential(|ity) disclaimer legal_notice important:_ notice: please_consider_the_environment think_before_(you_print|printing)
        before_printing save_(paper|a_tree) consider_the_environment virus-free virus_free if_you_(have_received|are_not_the_(intended|addressee))
        registered_(in|office|number|address) company_(reg|no|number) vat_(no|reg|number|id) sent_(from|with|by|on|via) get_outlook
        we_process_your_personal_data privacy follow_us find_us visit_us_(at|on) opening_hours our_opening_hours
    """,
)
