import { tokensOf } from './tokens';

/**
 * Words by which nobody is known, and without which Cashfree's messages say nothing. One of them is
 * hidden only where it is the whole of a personal value. Apostrophes left out: `doesnt`.
 */
const words = `
a about after again all also an and any are as at be because been before but by can cannot could
did do does doesnt done dont each every for from get had has have he her his how i if in into is
isnt it its just many may me more most must my no none not of off on once only or other our out
over per please she should so some such than that the their them then there these they this those
through to too try under until up us use used was we were what when where which while who why will
with within without would you your yours

accept accepted access account active agent allowed alphanum alphanumeric already api app
application assistance attempt auditor auth authentication authorised authorized available bad
balance begin belong belongs body call cashfree cf change changed character characters check
client clientid clientsecret code combination company complete completed configured contact
contain contains count create created current data days deactivated denied details digit digits
disabled docs documentation dot empty enabled end enter entered environment error exceed exceeded
exist existing exists expired fail failed failure false field fields forbidden format found
generate generated given guide header hyphen id ids include includes incorrect insufficient
integer integration internal invalid ip json key keys kyc length letters limit link links list
long maximum merchant message method minimum mismatch missing month name need null number numbers
numeric object one operation option order pan parameter parameters params pending period
permission process processing prod product production provide provided public rate reached
received ref reference registered reject rejected request requested requests require required
resource response retry right rsa sandbox second seconds secret secure send sent separate server
service session short shortly signature signed something source space spaces special started
status string sub submit submitted success successful successfully support supported system
template templates temporarily test time timeout token true two type types unauthorized
unavailable underscore underscores unexpected unique unknown unprocessable unsupported update
updated upload url user users valid validation value values verification verified verify version
video visit vkyc wait went whitelist whitelisted whitelisting wrong x year

aadhaar address answer answers birth care country date dist district dob email gender house
identifier image mail mobile notification phone photo pin pincode po question questions recording
remarks security sms split state street subdist town vtc whatsapp

com html http https www
`;

const common = new Set(words.split(/\s+/).filter(Boolean));

/** @param word folded, as in a token */
export const isCommon = (word: string): boolean => common.has(word);

/** Whether a text, e.g. `user_id_not_found`, has no word by which somebody might be known. */
export const hasOnlyCommonWords = (text: string): boolean =>
	tokensOf(text).every((token) => isCommon(token.text));
