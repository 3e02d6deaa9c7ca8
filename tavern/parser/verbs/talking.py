"""Talking, and the questions a detective puts. Rows of the table of verbs; `row.Verb` tells how to read them."""

from tavern.parser.verbs.row import Verb

TALKING = (
    Verb(
        "how_know",
        "how do you know, how did you know, how can you know, how would you know, how could you know, "
        "how do you come to know, how are you so sure, how can you be sure, are you sure, how can you tell, "
        "how did you learn, how did you find out, what makes you say, what makes you so sure, "
        "what makes you think, why do you say, why do you think, how do you figure, how sure are you, "
        "how come you know, how can you be so sure, how so, says who, how did you hear, are you certain, "
        "can you prove, how did you come to know, you sure",
        "* [~it]; ask PERSON how ~he ~know [~it]; ask PERSON how ~he can be sure [of] [~it]; "
        "how does|did PERSON know [~it]; * [about|of|that] CARD=other; "
        "ask PERSON how ~he ~know [about|of|that] CARD; how does|did PERSON know [about|of|that] CARD; "
        "* [about] ~it; ask PERSON why ~he says|thinks|said [~it]; "
        "ask PERSON if|whether ~he is|are sure [of] [~it]; ask how you|~he ~know [~it]",
        "HOW DO YOU KNOW: asks what somebody's words rest on. `how do you know that?`, `gene, how do you know 3?`",
    ),
    Verb(
        "who_told",
        "who told you, who said, who says, where did you hear, where have you heard, who have you got, "
        "who did you hear, who did you get, whom did you hear, where did you get, who else told you, "
        "where do you have, who told you about, who mentioned, where do you get, who gave you, "
        "who have you heard",
        "* [~it] [from]; ask PERSON who told|said [~him] [~it]; who told PERSON [~it]; "
        "* [about|of|that] CARD=other [from]; ask PERSON who told ~him [about|of|that] CARD; "
        "who told PERSON [about|of|that] CARD; * about ~it; "
        "ask PERSON where ~he heard|got [about|of] [~it] [from]; ask PERSON where ~he heard [about|of] CARD; "
        "who from; from ~who did you hear [about|of] [~it]; from ~who did you hear [about|of] CARD=other; "
        "ask who told you [~it]; who did PERSON hear|have|get [~it] from",
        "WHO TOLD YOU: asks from whom somebody has it. `who told you that?`, `sarah, who told you about 4?`",
    ),
    Verb(
        "where_stood",
        "where were you standing, where were you, where did you stand, where were you sitting, "
        "where did you see, from where did you see, where have you seen, what were you standing on, "
        "where was that, where did you watch, where exactly were you, from where",
        "*; where were you [standing|sitting] when you ~see [~it]; "
        "ask PERSON where ~he stood|was|were [standing]; * ~it [from]; "
        "where was|were PERSON [standing] [when] [~he] [~see] [~it]; "
        "where were you [standing|sitting] when you ~see [about|of|that] CARD=other; "
        "* [about|of|that] CARD=other [from]; "
        "ask PERSON where ~he stood|was|were [standing] when ~he ~see [~it]; "
        "ask PERSON where ~he stood|was|were [standing] when ~he ~see [about|of|that] CARD; "
        "* then|at [the] [that] [time]; where did you ~see ~it; where did you ~see CARD=other [from]; "
        "ask where you|~he stood|was|were [standing]",
        "WHERE WERE YOU STANDING: asks from where somebody saw it. `where were you when you saw that?`",
    ),
    Verb(
        "say_again",
        "say again, tell me again, say that again, say it again, repeat, repeat that, repeat it, come again, "
        "once more, what did you say, what was that, what was that again, repeat yourself, say that once more, "
        "pardon, pardon me, tell me that again, tell me it again, what did you just say, "
        "could you repeat that, excuse me, one more time, tell me once more, go over that again, again please, "
        "say what, huh, eh",
        "*; ask PERSON again; ask PERSON to repeat|say|tell ~it [again]; "
        "ask PERSON to repeat himself|herself|themselves; * [about|that] CARD=other; "
        "ask PERSON again about CARD; tell me about CARD=other again; repeat CARD=other; "
        "ask PERSON to repeat|say CARD [again]; what did PERSON say [again]; what did PERSON just say; "
        "ask PERSON what ~he said [again]; ask again; have PERSON repeat ~it",
        "TELL ME AGAIN: has somebody say it once more. Listen for what changes. `tell me again`, `ask gene "
        "again about 3`",
    ),
    Verb(
        "ask",
        "ask, question, interrogate, quiz, interview, grill, query, inquire, enquire, consult",
        "* PERSON about|on|regarding|concerning|re|of TOPIC; * about|regarding TOPIC=other; "
        "* about TOPIC=other of|from|to PERSON=noun; talk|speak|chat to|with PERSON about|of TOPIC; "
        "talk|speak|chat about|of TOPIC=other; discuss TOPIC=other with PERSON=noun; discuss TOPIC=other; "
        "talk|speak|chat about|of TOPIC=other with|to PERSON=noun; tell me [more] about|of TOPIC=other; "
        "what about|of TOPIC=other; how about TOPIC=other; and TOPIC=other; "
        "do you know [anything|something|much] [about|of] TOPIC=other; what do you know about|of TOPIC=other; "
        "what can you tell me about|of TOPIC=other; "
        "have you seen|heard|met|noticed [anything] [of|about|from] TOPIC=other; "
        "did you ~see|know|meet TOPIC=other; what do you think about|of TOPIC=other; "
        "how do you know about|of TOPIC=other; how well do you know TOPIC=other; "
        "who told you about|of TOPIC=other; how do|did you ~know TOPIC=other; "
        "where did you ~see|hear [about|of] TOPIC=other; who told PERSON about|of TOPIC; "
        "ask PERSON who told ~him about|of TOPIC; ask PERSON how ~he ~know about|of TOPIC; "
        "ask PERSON what ~he ~know|think|thinks about|of TOPIC; "
        "ask PERSON if|whether ~he ~know|~see|has|have|seen [anything] [about|of] TOPIC; "
        "bring up TOPIC=other with PERSON=noun; bring TOPIC=other up with PERSON=noun; "
        "raise TOPIC=other with PERSON=noun; "
        "ask PERSON if|whether|why|what|when|where|who|whom|whose|how|which SUBJECT; "
        "ask|question PERSON TOPIC; ask why|what|when|where|who|whose|how|if|whether SUBJECT=other; "
        "let us talk|speak about TOPIC=other; "
        "tell me everything|all|more|something|what|anything [that] [you] [know] about|of TOPIC=other; "
        "tell me everything|all|more|what SUBJECT=other; can|could|would you tell me about|of TOPIC=other; "
        "can|could|would you tell me SUBJECT=other; i want to know about TOPIC=other; explain TOPIC=other; "
        "explain TOPIC=other to me; any news of|about TOPIC=other; what is going on with TOPIC=other; "
        "what is the matter with TOPIC=other; what is up with TOPIC=other; "
        "i have a question about TOPIC=other; ask PERSON a question about TOPIC; * PERSON",
        "ASK somebody about anything you have met: `ask gene about the cellar`; while you talk, `what about "
        "the cellar?`",
    ),
    Verb(
        "tell",
        "tell, inform, notify, warn, remind, advise",
        "* PERSON about|of|on|regarding TOPIC; * PERSON that SUBJECT; mention TOPIC=other to PERSON=noun; "
        "reveal|explain|report TOPIC=other to PERSON=noun; tell about TOPIC=other; mention TOPIC=other; "
        "* PERSON SUBJECT; tell TOPIC=other to PERSON=noun; let PERSON know about|of TOPIC; "
        "i know about TOPIC=other; talk at PERSON about TOPIC; * PERSON",
        "TELL somebody about anything you have met: `tell sarah about the boats`.",
    ),
    Verb(
        "ask_for",
        "ask, beg, request, demand",
        "ask|beg PERSON for NOUN; request|demand NOUN=other from|of PERSON=noun; request|demand NOUN=other; "
        "give|bring|hand|get|fetch|pour|pass|show me NOUN=other; "
        "can|could|may i have|see|borrow|get|buy NOUN=other; i want|need NOUN=other; i would like NOUN=other; "
        "borrow NOUN=other from PERSON=noun; borrow NOUN=other; ask for NOUN=other; have you got NOUN=other; "
        "have you NOUN=other; do you have NOUN=other; get NOUN=other from PERSON=noun; lend me NOUN=other",
        "ASK somebody FOR something: `ask gene for the key`, `gene, give me the key`.",
    ),
    Verb(
        "confront",
        "confront, challenge, face, press, pressure, lean on",
        "* PERSON ~with|about|over|on CARD; * PERSON ~with|about|over|on ITEM; * PERSON; call PERSON a liar; "
        "call out PERSON; tell PERSON ~he is|are lying; contradict PERSON ~with CARD; contradict PERSON; "
        "you are lying; you are a liar; that is a lie; accuse PERSON of lying; liar",
        "CONFRONT somebody with a clue that speaks against them: `confront marcus with 4`.",
    ),
    Verb(
        "persuade",
        "persuade, convince, urge, coax, talk into, reason with, plead with, appeal to, sway, blackmail",
        "* PERSON ~with|about|of|on TOPIC; * PERSON to SUBJECT; * PERSON",
        "PERSUADE somebody: `persuade sarah about the list`. You need something to persuade with.",
    ),
    Verb(
        "promise",
        "promise, swear to, vow, give my word, give your word, i promise",
        "* PERSON TOPIC; * PERSON about|of|to|not|that TOPIC; * PERSON to|that|not|i SUBJECT; * PERSON; "
        "* to PERSON; promise TOPIC=other to PERSON=noun; promise to|that|not|about|i SUBJECT=other; promise",
        "PROMISE somebody something. Promises are remembered.",
    ),
    Verb(
        "talk",
        "talk to, talk with, talk, speak to, speak with, speak, chat with, chat to, chat, converse with, "
        "have a word with, approach, chat up, engage, go talk to, go and talk to, go speak to, "
        "communicate with, address, strike up a conversation with, start a conversation with, "
        "have a chat with, have a conversation with, meet, whisper to, mutter to, whisper with",
        "* PERSON; talk|speak 2 PERSON; talk; speak; chat; what do you want to talk about; what can i ask "
        "[you|PERSON] [about]; "
        "what should i ask [you|PERSON] [about]",
        "TALK TO somebody: tells what they seem ready to speak of.",
    ),
    Verb(
        "greet",
        "hello, hi, hey, greet, good morning, good evening, good day, good afternoon, say hello, say hi, "
        "say hello to, say hi to, hiya, howdy, greetings, welcome, good night to, how are you, how do you do, "
        "hallo, evening, morning, introduce myself to, introduce myself, how are you doing, "
        "say good evening to, say good morning to, nice to meet you, how is it going, good to see you, "
        "well met, hail",
        "* PERSON; *; * there; hello|hi|hey is anybody|anyone|somebody there|here|in|home; "
        "is anybody|anyone there|home; * to PERSON; wave hello to PERSON; hello there PERSON",
        "GREET somebody: `hello gene`.",
    ),
    Verb(
        "farewell",
        "goodbye, bye, good bye, good night, farewell, say goodbye, say goodbye to, see you, see you later, "
        "so long, bye bye, take leave of, goodnight, say bye to, say bye, cheerio, say farewell to, later, "
        "say good night, say good night to, see you around, cheers, end conversation, stop talking, "
        "stop talking to, take my leave, leave conversation, end the conversation",
        "* PERSON; *; * to PERSON; * with PERSON",
        "GOODBYE ends a talk.",
    ),
    Verb(
        "thank",
        "thank, thanks, thank you, say thanks, say thank you, say thanks to, say thank you to, ta, "
        "much obliged, many thanks, thank you very much, thanks a lot, i am grateful, my thanks, "
        "compliment, praise, congratulate, comfort, console",
        "* PERSON; *; * to PERSON; * for TEXT; * PERSON for TEXT; thanks for TEXT",
        "THANK somebody.",
    ),
    Verb(
        "order",
        "order, command, instruct",
        "* PERSON to TEXT; ask|tell|beg|get|have|make|force|want PERSON to TEXT; * PERSON; follow me; "
        "come with me; come here; go away; leave me alone; shut up; be quiet; give PERSON an order",
        "A name, then an order: `jory, open the door`. Nobody here works for you.",
    ),
    Verb(
        "yes",
        "yes, y, yeah, yep, aye, sure, of course, say yes, nod, agree, certainly, i do, yup, indeed, "
        "all right, alright, ok, okay, very well, fine, right, affirmative, gladly, accept",
        "*; say yes to PERSON=spare; nod at|to PERSON=spare",
        "YES answers a question put to you.",
    ),
    Verb(
        "no",
        "no, nope, nay, refuse, shake head, shake my head, say no, never, i do not, not really, no thanks, "
        "no thank you, decline, disagree, nah, of course not, certainly not, deny, no way, not at all",
        "*; say no to PERSON=spare; refuse|decline TEXT",
        "NO answers a question put to you.",
    ),
)
