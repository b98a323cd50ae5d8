// Over 200 lines: lists of words in five languages.
import { wordSet as set } from "./word-set.js";

/** What is said around a time or a day, by which a limit for the reader is told from all else that takes time. Folded as `Words` are. */

/** What a seller has to do, and what is said of such a demand. */
export const ACT = set(
  "respond response responding reply replying answer answering appeal appealing submit submitting submission send sending",
  "provide providing supply act action dispute contest represent resolve address fix remedy correct edit update verify",
  "upload complete comply confirm certify contact file filing object explain react resubmit request raise remove delete",
  "cancel sign tell write add attach claim acknowledge defend counter plan poa deactivation risk deadline accept transfer",
  "show pay negotiate settle revise escalate agree correction reopen want wants demand demands ask asks asking require requires",
  "please kindly bitte veuillez merci teilen",
  "antworten antwort antworte beantworten reagieren reagiere einspruch widerspruch einzureichen einreichen vorlegen vorzulegen",
  "ubermitteln senden schicken stellungnahme stellung nachweisen nachweise handeln bestatigen anfechten berufung reichen",
  "antwortest reagierst erganzen hochladen belegen beheben entfernen",
  "repondre repondez reponse verifier envoyez soumettez fournissez transmettez contester appel soumettre envoyer fournir transmettre adresser agir recours justifier confirmer",
  "responder responda responde verificar envie presente respuesta apelar apelacion contestar enviar presentar actuar proporcionar recurrir recurso facilitar aportar",
  "verificare rispondere risponda rispondi risposta invii invia inviare presentare presentar appello ricorso fornire contestare agire impugnare trasmettere",
);
/** What was done already, unless it must be: "must be submitted". */
export const DONE = set(
  "responded replied answered appealed submitted sent provided filed received resolved contacted uploaded completed verified",
  "fixed confirmed accepted corrected addressed supplied disputed edited",
);
/** What happens to the seller: a limit where it is still to come. */
export const THREAT = set(
  "deactivated suspended closed removed terminated blocked deleted disabled restricted withheld",
  "deaktiviert gesperrt geschlossen entfernt desactive suspendu ferme supprime desactivada suspendida disattivato sospeso",
);
/** What Amazon does that wants something, and what may stand before it. */
export const DEMANDS = set(
  "want wants need needs require requires demand demands ask asks verlangt verlangen fordert fordern braucht",
  "demande demandent exige exigent veut piden pide exigen quiere solicita chiede chiedono richiede richiedono vuole",
);
export const BEFORE_DEMAND = set("me nous vous us mir uns ci mi nos also now still again only von");
export const MUST = set("must should need needs needed required shall to muss mussen");
export const TO_COME = set("will may be is are going gets get being can could wird werden sera etre verra ser");
/** Behind these somebody else acts, or a word before has nothing to do with it. */
export const READER = set("you unless if until please sie vous usted ihr your when");
/** Who speaks of themselves; and who speaks of what they always do. */
export const WRITER = set("we they amazon team support it i specialist department representative agent someone wir");
export const PROMISE = set("will usually always typically normally generally ll werden wird");
/** What comes to the reader: no limit, unless it does not come. */
export const HEAR = set("hear receive receiving expect get got await waiting wait melden informed back");
/** What comes, where one waits for it. */
export const RECEIVE = set("receive receiving expect get got await waiting wait");
export const IF = set("if unless should when without wenn falls sollten si se");
export const PAST = set("did didn");
export const NOT = set("not don doesn t fail unless without no nicht kein keine pas non");

/** What Amazon does with goods is no answer. */
export const DISPOSE = set(
  "destroy destroyed dispose disposed disposal liquidate liquidated discard discarded vernichten vernichtet entsorgen entsorgt",
  "detruire detruit detruits destruir destruido distruggere smaltire smaltito",
);

/** An answer that came, and how soon it did. */
export const REFUSED = set("denied rejected refused declined turned abgelehnt refuse rechazado rechazada rifiutato");
/** A time that is over. */
export const MISSED = set("missed passed over verpasst versaumt uberschritten depasse manque perdi perso scaduto");

/** What has its own age, length or period: the time belongs to it. */
export const OTHER = set(
  "dated issued purchased bought sold sell shipped ship dispatched delivered deliver arrive returned refunded handled",
  "handling disbursed disbursement deposited payout payouts held hold reserve reserved holding history transit older old",
  "took takes take taking ago buyer buyers customer customers processed trial promised warranty sales metric period",
  "datiert ausgestellt geliefert liefern versendet versenden versand verschickt erstattet einbehalten kunden kunde kaufer",
  "auszahlung bearbeitungszeit alter",
  "datant datee datees emise emises livre livrer livraison expedie expedier expedition client clients versement virement",
  "fechada fechadas emitidas emitida entregado entregar entrega cliente clientes desembolso",
  "datate emesse consegnato consegnare consegna spedito spedire spedizione clienti pagamento",
);
/** The same, where nothing else tells. */
export const THINGS = set(
  "invoice invoices stock inventory dispatch funds money refund refunds return returns rate orders order shipment shipments shipping delivery supply than valid expires vacation holiday",
  "free cover rechnungen rechnung ruckgabe rucksendung erstattung guthaben lieferung bestellung bestellungen",
  "factures facture retour retours remboursement commandes commande fonds",
  "facturas factura devolucion reembolso pedidos pedido envio fondos",
  "fatture fattura reso rimborso ordini ordine fondi",
);

/** Between a word that makes a time a limit, and its number. */
export const FILLER = set(
  "the a an next following only just about up to at most of another calendar maximum max is are",
  "von der den dem des die das ein eine einer eines noch nur bis nachsten sie ihnen dir uns mir mich ist betragt",
  "les des d de un une du le la prochaines prochains vous nous me est plus que",
  "los las el unos proximos proximas una di del i gli le lo e uno su mi nos les ci ti solo seulement encore us",
);
export const WITHIN = set("within innerhalb binnen sous entro dentro in dans en");
export const TERM = set("delai plazo termine frist deadline limit termino ultimatum window");
export const HAVE = set(
  "have ve has haben habe hat hast bleiben bleibt verbleiben avez ai avons dispose disposez disposons reste restent tiene tienes",
  "tengo tenemos tienen dispone dispones quedan queda ha hai ho avete abbiamo hanno restano rimangono mancano",
);
export const GIVE = set("gave give gives given giving got grants gewahrt gewahren gibt geben donne da dan");
/** Somebody got it. */
export const GOT_IT = set(
  "received was granted bekam bekamen erhielt erhielten bekommen erhalten recu recus recevons recibi recibimos recibido ricevuto ricevuti dieron dato accorde",
);
/** Who has a time that is not the reader's. */
export const OTHERS = set(
  "who he she they amazon support team buyer buyers customer customers claimant complainant owner owners brand holder supplier carrier",
  "kunde kunden kaufer client clients cliente clientes clienti",
);
/** The time is one that has passed, or lasts. */
export const LASTS = set(
  "last past previous prior recent rolling every each for over after than least since took takes take taking need needs needed",
  "wait waited waiting from are is be were fall trailing first again possible earliest",
  "letzten vergangenen letzte vor nach seit alle fur uber brauchen derniers dernieres depuis apres pendant tous pour durant",
  "ultimos ultimas hace durante despues desde cada por ultimi ultime dopo ogni per da",
);
/** Words that may stand behind a time that somebody has. */
export const FOLLOW = set(
  "to in until before or from for by on and or left remaining zeit um zum zur pour para per ab zu",
);
export const TO = set("to um zum zur pour para per zu");
export const LEFT = set("left remaining zeit restants restantes restant ubrig verbleibend rimanenti");
/** "72-hour notice". */
export const CALLED = set("notice deadline limit ultimatum warning timeframe timeline term countdown frist cure");
export const FROM = set(
  "from of after since starting beginning ab vom seit nach compter partir depuis desde dal dalla von",
);
/** What a seller gets from Amazon. */
export const NOTICE = set(
  "notice notification notifications email emails mail letter message warning",
  "benachrichtigung mitteilung schreiben nachricht brief bescheid avis courriel courrier lettre",
  "notificacion aviso correo carta mensaje notifica avviso comunicazione lettera messaggio",
);
export const NOW = set("today now heute jour hoy oggi");
export const RECEIPT = set(
  "this that receipt receiving date day the of your our erhalt dieser dieses zugang reception cette ce cet",
  "recepcion este esta ricevimento questa questo datum fecha data dem des der du la del dated written",
);
/** Words before a day that make it the last one: by themselves, or where something has to be done. */
export const LAST_DAY = set("deadline due spatestens limite echeance scadenza frist tard tardar oltre later fristende");
export const UNTIL = set("by until till before bis avant jusqu ici entro antes hasta prima than");
/** Between such a word, or the name of a notice, and the day. */
export const TO_DAY = set(
  "the on is are of at date day was dated from sent received a am den dem zum zu vom le la du de del dal datee datiert el il lo al",
  "au data datum fecha fechada datata e les en in este esta dieser me i we it by than",
  "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun",
  "montag dienstag mittwoch donnerstag freitag samstag sonntag mo di mi fr sa so",
  "lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miercoles jueves viernes sabado domingo",
  "lunedi martedi mercoledi giovedi venerdi domenica",
);
/** Between a date and the name of its day: yesterday, on Friday the 20th of November. */
export const WITH_DATE = set(
  "on the of am den dem le la el il lo",
  "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun",
  "montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche",
  "lunes martes miercoles jueves viernes sabado domingo lunedi martedi mercoledi giovedi venerdi sabato domenica",
);
/** That something came to the seller. */
export const CAME = set(
  "received receive got get came arrived notified me us kam kamen gekommen erhalten erhielt erhielten bekommen bekam bekamen",
  "recu recus recibi recibimos recibido ricevuto ricevuta ricevetti llego arrive arrivato arrivata",
);
/** Who gives a seller a time; and that they wrote, told or asked it, with what may stand between the two. */
export const GIVER = set("amazon they performance");
export const TOLD = set(
  "told informed notified warned asked messaged emailed mailed wrote writes written sent",
  "schrieb geschrieben mitgeteilt informiert gewarnt benachrichtigt aufgefordert geschickt",
  "ecrit informe averti prevenu notifie envoye ecrivait",
  "escribio escrito aviso notifico informo envio dijo pidio",
  "scritto avvisato comunicato inviato chiesto informato",
);
export const WROTE = set(
  "emailed mailed wrote written notified warned messaged schrieb geschrieben benachrichtigt gewarnt",
  "ecrit averti notifie escribio escrito notifico scritto avvisato",
);
export const WAS = set("was were been wurde wurden got ete fui fuimos stati stato");
export const BETWEEN_TOLD = set(
  "has have had just also then now already e m a nous me us uns mir hat haben habe ha hanno ci mi nos le only finally team again",
);
/** What the seller sent is no notice. */
export const OWN = set(
  "my our meine unsere meiner unserer mon notre mi mio nostro nuestro reply replied wrote appeal mia nostra",
);
/** A day on which something was: on 2 November. */
export const ON = set("on am le el il den");
/** That an account was deactivated; what else may be. */
export const CLOSED = set(
  "deactivated suspended disabled banned deaktiviert gesperrt suspendiert desactive suspendu desactivee",
  "desactivada desactivado suspendida suspendido disattivato disattivata sospeso sospesa",
);
export const LISTED = set(
  "listing listings asin asins product products offer offers item items angebot angebote produkt produkte artikel campaign",
  "annonce annonces produit produits anuncio anuncios producto productos inserzione inserzioni prodotto prodotti user buyer",
);
/** Whatever was given before, it is later now. */
export const SINCE_THEN = set(
  "now today again then since later meanwhile yesterday replied answered responded rejected refused declined denied appealed",
  "reinstated reactivated reopened still jetzt nun heute gestern wieder erneut dann inzwischen abgelehnt",
  "maintenant aujourd ensuite puis refuse ahora hoy luego rechazado ora oggi poi rifiutato",
);
