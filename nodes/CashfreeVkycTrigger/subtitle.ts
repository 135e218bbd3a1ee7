import { wordsFor } from '../shared/subtitle';
import { eventOptions } from './events';

const labels = Object.fromEntries(eventOptions.map(({ value, name }) => [String(value), name]));

/** An expression may give the events as one text with commas. */
const chosen = 'String($parameter["events"]).split(",")';
const names = `${chosen}.map((event) => ${wordsFor(labels, 'event.trim()')}).join(", ")`;

/** What the canvas shows below the trigger's name, e.g. 'Verification Finished'. */
export const subtitle = `={{ $parameter["verifySignature"] === false ? "Signature not verified" : ${chosen}.length > 2 ? ${chosen}.length + " events" : ${names} }}`;
