/**
 * 2048 common Swedish words of four to eight letters, without names and without anything that hurts: eleven bits
 * for each word drawn at random. The list may grow; `bitsOf` counts with its length, and a test with its rules.
 */
export const WORDS: readonly string[] = `
abborre adress affisch afton agenda aktie albatros album alfabet alltid almanack ambition anka
ankare annons anorak ansikte antenn apelsin apotek applåd aprikos arbete arkiv artikel asfalt
askkopp atlas autograf avenyn avgång avsats avstånd axel backe badbyxor badhus badkar badrum
bagare bageri bagge bakben bakdel bakdörr bakelse bakficka baklucka bakom bakplåt balans balett
balja balkong ballong bana banan bandage bank barkbåt barnvagn basket basun batteri bebyggd
bedriva begagnad begrepp behöva beige bekant bensin berg berätta besked besök betala betong
betyda bikupa bild bildruta biljard biljett billig bindel biograf biskop bjälke bjällra blad
bladlus blanda blandad blank bleck blek blick blixt block blomkål blomma blues blus blyerts
blåbär blåklint blåmes blåsa blåsippa blöt bockar boende bofink bokstav bolag boll bomull bonde
bordduk borgen borr borste bostad botten bottna bowling bransch brant brasa bred bredvid bricka
bringa bris brist broder brokig bromma broms brosch brun brunn brygga bryn bråte bräda bränna
bröd bubbla buckla budget buffel bukett bulle buller bunke burk buske buss butik byggare bygge
byggnad byrå byxa båda båge båthus båtsman bädd bädda bälte bänk bära bärare bäst bäver börja
cement charmig check cider cirkel cirkus citat citron cykel cyklist dagbok dagg dagis damm dans
dansa data dator datum deltid design detalj diagram dialog dike dikt dikta dimma diplom direkt
disk diska diskho distans djungel djup djur docka dollar dopp doppa dotter drake dram dricka
dricks drivhus droppe druva dryck dräkt dröm drömma dubbel duka duktig dunge duns dusch duscha
dussin duva dvala dvärg dyka dykare dyna dyrbar däck dämpa dörr effekt efteråt egen egendom
ekollon ekonomi ekorre eldig eldstad elefant elev elva emalj energi enhet enkel envis erbjuda
erfaren exakt examen exempel expert extra fabrik fager fakta faktum familj fanfar fann farbror
farfar farled farmor fartyg fasad fasan fatta fauna favorit feber fest fiber ficka figur fika
fiktiv film filt filter final finger fink finna fiol fira firma fiska fiske fjol fjord fjäder
fjäll fjärd fjärde fjäril flaga flagga flaska fleece flicka flingor flisa flock flod flora
flotta fluga flyga flygel flyktig flyta flytta fläck fläkt fläsk fläta flöde flöjt fogde folklig
fontän forell form forma formel forna forska fossil fotboll foto fotspår framme framtid frans
fred frisk friska frisör frityr front frost frosta frukost frukt frysbox fryst fråga främre
fröjd fuktig full fundera fura fyra fyrtio fågel fågelbo fånga fåtölj färdig färg färga färsk
fästing född födelse följa fönster förband fördel förra förrätt förslag första försök förvara
gaffel galge galleri galopp gammal garage garn gasell gata gavel gemak generös genomgå genre
getost gips giraff gissa gitarr given glad glans glas glass glatt glimt glipa glitter glob
glädje glänta glöd glögg gnista godis gods golf golv golvur gondol gosig gran granne granska
gratis gravera gren grepp grill grilla grind gripa gris groda grop grotta grund grupp grus
gryning gryta gråsten grädda grädde gräns gräs grön grönkål gröt guld gummi gunga gurka gyllene
gymnast gård gårdag gåta gädda gälla gärde gärna gäst gömma gömsle göra hage hagel haka hake
halka halkig hall hallon halm halmtak halsduk halv halvö hamn hamra hamster hand handduk handla
handske hantel hare harpa hast hatt hattask havet havre hektar helg helhet hemma hemväg herde
herre hetta himla himmel hink hinna hiss hitta hjort hjul hjälm hjälp hjälpa hjärna hjärta hobby
holme honung hoppa hoppas horn hosta hotell humla hummer humor hund hundra hurra husbil husdjur
husera husvagn hylla hyra hytt håll hålla hårt häck häfta häftig häger hälften hälla hälsa hämta
hända händig hänga häpen härlig härma härva häst hästsko hävda höjd höna höra hörlur hörna
hösten höstlov hövlig idol idrott ifrån iglo ihärdig impuls inbjuda indigo infart inkomst innan
inne inneha inrikes insats insekt insida intern intill intryck intyg inuti isbana isberg isbit
isbjörn isolera istapp jacka jagare jeans jobb jobba jolle jord jordig journal jubel jubla juice
julgran jury jägare jämföra jämn järn jäst jätte kabel kabin kadett kaffe kajak kaka kakao
kaktus kalas kalasa kalk kalkon kall kalori kalv kamel kamera kamin kamp kamrat kanal kanel
kanin kanna kanot kanske kant kantin kapabel kapell kapitel kappa kapten karaff karott karp
karta kartong kasse kassler kassör kasta kastanj katalog katt kavaj kavla kedja kejsare kemist
keramik kikare kilo kimono kind kiosk kisel kista kiwi kjol klang klara klarbär klarna klass
klimat klinga klippa klister kliva klocka klok kloster klot klubba klunga klyfta klyva klädd
kläder klätt klöver knacka knapp knapra knop knopp knota knuff knut knyta knäck knäpp kobolt
kock kocka kofot kofta kokbok kokos kola kolibri kollega koloni komedi komet komma kompass
kompis koncis konsert konst kontakt kopia kopp koppar korall korg korn korp korsord korsväg kort
kortlek korv kosta kostym kotte krabba kraft kragen kram krama kran krans krasse krav krets
krita krok krona kropp kruka krusbär krut krydda kryp krypa kråka kräfta kräm kräva krök kubik
kudde kulen kull kulle kultur kulör kund kung kunna kunskap kupol kupong kurs kurva kusin kust
kvadrat kvarn kvart kvast kvist kvitter kvitto kväll kylig kylskåp kyrka kåpa kåseri kälke källa
källare känd känga känna känsla käpp kärna kärr kärve köpa köpman körare körsbär ladda laga
lagbok lager lagom lagun lakan lakrits lamell lamm lampa land landa langa larm larv last lastbil
leda ledig ledning leende lejon lekfull lektion lemonad leopard lera lergods leta leva levande
lever liga ligga likna likör lilja lilla limpa lina linbana linda lingon linjal linje linne lins
lista liten litet livboj livbåt livlig ljud ljum ljumma ljung ljus ljusblå ljusår lock locka
lodjur loft logik lojal lokal lots lotsa lucka ludd luft luftig lugn lugna lummig lunch lunga
lupin lurvig lust lustig lycka lycklig lykta lyra lysa lysande lyssna lådbil låga låna lång
långsam låsa låta läcker läder läge lägga lägre länge längs längta länk lära lärare lärka läsa
läsk läsning lätt lätta löfte löpa löpare lösa lösning lövsal macka madrass magasin mager magi
magnet major makaron makrill makt malm mandel manet manual marin marint marsch marulk maräng
maskin maskot maskros massa mast mata matbord match materia matlust matros matsal matsked matta
medalj medan medel medicin melodi melon mening meny mest metall meter metod middag midnatt mild
miljon miljö mimosa mineral minimal minnas minne minska minst minut mitten mjuk mjuka mjöd mjöl
mjölk mobil modell modern modig mogen mognad moln moment monter moped morfar morgon mormor morot
mosaik mossa mossig motell motor mugg mulen mumla mungiga murare museum musik musiker muskel
muskot mussla mynning mynt myra mysig myssla mytisk måla målare måltid månad måne många månsken
mård mått märke märkt mäta mätare möbel möda möjlig mönster mörk mössa möta mötas möte nacka
nacke naken napp narciss nation natt natur navel nedan nedför nektar nere nicka nisse nittio
nivå njuta noga nolla nord norr nota notbok novell nudel nummer nunna nutid nyckel nyfiken nyhet
nykter nylon nynna nypon nysa nyss nytta nyttig någon näbb näck närhet näring närvaro näsa
näsduk nästa nästan nätverk nöjd nöje nöta nötskal objekt ocean odla odling officer oftast oktav
olik oliv olja ombord omelett omfatta omfång område omväg opal opera oppna optiker optisk orange
ordbok ordning orgel orkan ostkaka ostron otrolig oväder packa padda paddel paddla paket palats
palett palm panel panna papp papper parad paradis paraply park parkett parti pass passa passare
pasta pastej patron paus pedal pelare pelikan pendel pengar penna pensel pension peppar perfekt
period perrong persika person pigg pilbåge pilot pimpla pingvin pinne pipa pizza plagg plan
planet plansch planta plast plats platt platta plog plommon plugga plus plysch plånbok plåster
plåt pläd plöja poesi poet pojke pokal polera polis pollen polska pomada ponny popcorn poppel
populär port posera post posten potatis poäng prakt premie prins pris prisma produkt profil
program propp prosa prova prydlig pråm prägel präst publik pudding pudel puls pulver pump pumpa
punkt purjo pussel pynta pyssel pytt påfågel påhitt påle pålägg påse påsk påstå päls pärla pärm
päron quiche rabatt racket radar radera radie radio raket ramsa rand randig ranka rapport rask
rast ratta reda redan redig redskap referat regel regera regn regnig rejäl reklam rekord remsa
rena replik resa resande reseda reserv respekt rest resår retro revben ribba ridbyxa ridhäst
ridå rikedom rikta riktig ring ringa ripa rista rita ritning robot roder rolig roman rond ropa
rosett rost rostad rubin rubrik rucka rulla rulle rund runda rundtur runsten ruska ruta rutig
rutin rycka rygg rykte rymd rytm råda rådhus rådjur rågbröd råka råvara räcka räcke rädda rädisa
räkna räkning räls rätta rättvis rödbeta rödlök röra rörelse rörlig röst rösta sadel saffran
safir saga sagobok saker sakna sakta saldo sallad salong salt salta salva samba samla samling
samma samt sand sandal sandig sann sardell satelit saxofon scarf scen schack schema segel seger
segla seglare sekel sekund selen selleri senap senare servis sevärd sida siden siffra sikt sikta
silver simma simpel sirap sist sits sitta sjal sjunga sjunka sjuttio själv sjöfart sjöman skaffa
skaft skaka skal skala skalle skapa skara skarp skata skatt skepp skicka skida skidtur skiffer
skift skikt skildra skina skinka skiss skissa skiva skjorta skjul skjuts skog skola skolbok
skoltid skopa skorpa skratt skratta skriva skrov skrubb skugga skuggig skum skur skvala skyffel
skylt skynda skål skåp skägg skälla skämt skämta skänka skär skärm skärp sköld skön skörd skörda
sköta slag slalom slamra slang slida slinga slipa slips slott sluta släde slägga släkt släp
släppa slät slätt slöja slöjd smak smaka smal smart smed smedja smida smidig smink smita smula
smycke småbarn småkaka smält smälta smör snabb snagg snart sned snickra snida snigel snilje
snitt snodd snok snurra snygg snäcka snäll snöboll snöbär snöre socka sockel socken socker soffa
solhatt solig solros solsken solur sonett soppa sopran sordin sorl sort spade spann spara sparv
spegel spel spela spelare spenat spets spett spik spindel spinna spira spiral spis spjut spole
spor sport spraka spricka springa språk sprätta spår spåra spänd spänne spöke stad stadig
stadion staket stall stam stamma stanna stapel stapla starr start starta station staty steg
stege steka stenig stiga stilig stilla stilren stjälk stock stoft stol stolpe stolt stoppa stor
stork storm stram strand strof strut struts stryka sträcka sträng sträv strö ström strömma
studera studie studio stuga stund stycke styra styrka styv stål ståtlig städa ställa ställe
stämma ständig stöd stödja stöka störst stövel summa sund surra suveran svala svalka svamp svan
svar svara svart svepa svetsa svit svårt svälja svära svärm sväva syfte sylt sylta symbol
symfoni synas synål syra syren syskon system sytråd sådd såga sång sångare säck säga säker
sällan säng säsong säte säter sätta söder söka sömn sötnos söva tabell tablett tacka tacksam
tagg takt takås tala talang talgoxe tall tallrik tand tangent tango tank tanka tanke tant tapet
tapper tass tavla taxi teater tecken teckna tegel teknik telefon tema tempel tempo tenn tennis
tenor teori termin termos terrass text textil tidig tidning tiger timjan timme tina tinning
tistel titel titta tjugo tjäder tjäna tjänst toffel tomat tomte tonfisk tonvikt topas topp torg
torka torn torp torsk torv trakt traktor trampa trana trappa tratt tredje trikå trio trivas
trogen trolig troll tromb trombon tron trots trumma trumpet trupp tryck tryffel trygg trygga
tråd träd träff träffa träna träning träsk träsko tröja tröska tröskel tröst trösta tuff tulpan
tumla tumme tundra tung tunga tunika tunn tunna tunnel turist turkos tusen tvåa tvål tvätt
tvätta tyda tydlig tygla tyngd tyst tågresa tåla tålig tång tårta täcke tält tälta tända tänka
täppa tärna tärning täta tävla tävling tömma törst udda uggla ullgarn umgås undan under undra
undvika ungdom unik union uppgift uppleva uppror urskog urval utanför utbud utdela utflykt
utgåva utmana utrop utrymme utsida utsikt uttryck utväg vacker vackla vagn vaken vakna vakt
valfri vallmo valnöt vals valv vana vandra vanlig vante vara varg varm varsam vatten vattna
vecka veranda verb verka verklig vers veta vete vetskap vett viadukt vida video vidga vigg
viking vikt viktig vila vild vildand villa vimpel vind vinge vink vinka vinna vinst violin virka
virvel visa visdom visent visning vispa visst vistas vitamin vitlök vokal volym vågad vågrät
våra vårda vårdag vårsol väcka väder vädra vägg väggur vägkant välja välling vända väninna
vänlig vänskap vänster vänta värd värde värdig värld värma värme väska väst väster väta väva
vävstol växa växel växla växt växthus vördnad yngling yoghurt yrke yrsnö ytlig ytter åker
åkerbär ålder åldrig ånga ångbåt ångra årstid åsikt åska åsna återse åtta ägare äggula ägna äkta
älska älskad älva ämne ända ändra ändå ängel ännu äpple ärende ärlig ärta äventyr ödla ögla öken
önska önskan öppen öppna öring örngott ösregn öster överens övning övre
`
  .trim()
  .split(/\s+/);
