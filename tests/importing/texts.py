# ruff: noqa: E501 - a paragraph is a line
"""Invented resolutions, in clean text and as programs take them out of a PDF: no organ adopted them. The names of
states are real, the votes are not."""

ENGLISH = """\
Human Rights Council

Ninety-eighth session

15 June–10 July 2093

Agenda item 3

Promotion and protection of all human rights, civil, political, economic, social and cultural rights, including the right to development

Resolution adopted by the Human Rights Council on 8 July 2093

98/77. The invented right to test documents*

The Human Rights Council,

Guided by the purposes and principles of invented charters, and recalling that whatever is written here was never adopted by anybody, anywhere,

Recalling its invented resolutions 90/1 of 4 April 2089 and 97/12 of 30 March 2093,¹ and all earlier resolutions of this kind, which none of the States listed below has ever seen,

Recognizing that North-South, South-South and triangular cooperation, as well as non-governmental organizations, contribute to the well-being of invented persons,

Noting that COVID-19 is a real disease, whereas the Guinea-Bissau plan of action mentioned in this paragraph is invented,²

1. Affirms that every invented document deserves internationally comparable, unquestionably conscientious and multidimensionally responsible treatment;

2. Calls upon all States:

(a) To read long paragraphs patiently, including those that go on from one page to the next without any reason other than that of testing a program;

(b) To ensure that sub-paragraphs:

(i) Stand on lines of their own;

(ii) Keep their labels, whatever the margins are;

(c) To do nothing else;

3. Requests the Secretary-General to submit nothing at all to the Human Rights Council at its one hundred and first session;³

4. Decides to remain seized of no matter.

34th meeting

8 July 2093

[Adopted by a recorded vote of 12 to 5, with 3 abstentions. The voting was as follows:

In favour:

Algeria, Bangladesh, Bolivia (Plurinational State of), Brazil, Côte d’Ivoire, Cuba, Dominican Republic, Guinea-Bissau, Honduras, Kyrgyzstan, Timor-Leste, United Arab Emirates

Against:

Belgium, Finland, Netherlands (Kingdom of the), North Macedonia, United Kingdom of Great Britain and Northern Ireland

Abstaining:

Argentina, Costa Rica, Morocco]

¹ See the invented documents A/HRC/90/2 and A/HRC/97/2, which are cited at such length here only so that the note fills more than one line of its page.

² A/HRC/98/999, annex.

³ Invented, see www.example.org/invented.

* Reissued for invented technical reasons on 1 August 2093.
"""

GENERAL_ASSEMBLY = """\
United Nations                              A/RES/98/241
General Assembly                            Distr.: General
                                            28 December 2093

Ninety-eighth session
Agenda item 99 (b)
General and complete invention: of
documents

            Resolution adopted by the General Assembly
            on 22 December 2093

            [on the report of the First Committee (A/98/409, para. 89)]

98/241.     Invented texts

      The General Assembly,

      Recalling its invented resolution 97/1, and the pur-
poses of it,

      1.    Affirms that this is in-
vented;¹

93-26183 (E)    281293
*9326183*

______________
  ¹ A/98/1.
\fA/RES/98/241                                   Invented texts

      2.    Decides to include in the provisional agenda of its ninety-ninth session
nothing at all.

                                        50th plenary meeting
                                        22 December 2093

2/2                                                93-26183
"""

SECURITY_COUNCIL = """\
United Nations                              S/RES/4728 (2093)
Security Council                            Distr.: General
                                            25 March 2093

            Resolution 4728 (2093)

            Adopted by the Security Council at its 19586th meeting, on
            25 March 2093

      The Security Council,

      Recalling invented resolutions,

      1.    Demands that this be invented;

      2.    Decides to remain actively seized of the matter.

93-08051 (E)    250393
*9308051*
"""

SECURITY_COUNCIL_CHINESE = """\
联合国    S/RES/4728(2093)
安全理事会      Distr.: General
                  25 March 2093
                  Chinese
                  Original: English

第4728(2093)号决议

2093年3月25日安全理事会第19586次会议通过

安全理事会，

回顾虚构的决议，

1. 要求这是虚构的；

2. 决定继续积极处理此案。

93-08050 (C)
"""

FRENCH = """\
Nations Unies            A/HRC/RES/98/77
Assemblée générale       Distr. générale
                         22 juillet 2093
                         Français
                         Original : anglais

Conseil des droits de l’homme
Quatre-vingt-dix-huitième session
15 juin-10 juillet 2093
Point 3 de l’ordre du jour
Promotion et protection de tous les droits de
l’homme, civils, politiques et inventés

Résolution adoptée par le Conseil des droits de l’homme
le 8 juillet 2093

98/77. Textes inventés

Le Conseil des droits de l’homme,

Rappelant des résolutions inventées dont aucune n’a été adoptée par qui que ce
soit,

1. Affirme que ce texte est inventé ;

2. Décide de rester saisi de la question.

34e séance
8 juillet 2093

[Adoptée par 2 voix contre 1, avec 1 abstention. Les voix se sont réparties
comme suit :

Ont voté pour :
Algérie, Côte d’Ivoire

Ont voté contre :
Belgique

Se sont abstenus :
Maroc]
GE.93-13251 (F)
"""

SHORT = """\
Human Rights Council

Ninety-eighth session

15 June–10 July 2093

Agenda item 3

Promotion and protection of all human rights, civil, political, economic, social and cultural rights, including the right to development

Resolution adopted by the Human Rights Council on 8 July 2093

98/78. Invented texts with short paragraphs

The Human Rights Council,

Guided by invented charters, all of which are listed nowhere at all,

Reaffirming what was never affirmed by anybody, and recalling besides that whatever is written in this place was invented for the sake of tests alone,

Recalling its invented resolution of 4 April 2089,¹

Noting the invented work of the Special Rapporteur,

Deeply concerned at nothing,

1. Affirms that this is invented;

2. Welcomes the invented report;²

3. Decides to remain seized of no matter.

34th meeting

8 July 2093

[Adopted without a vote.]

¹ See also A/HRC/RES/97/13.

² A/HRC/98/48.
"""
