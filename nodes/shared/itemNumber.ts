/** A message with its item's number, as n8n writes it itself: behind the message, counted from 0. */
export const withItemNumber = (message: string, itemIndex: number): string =>
	`${message} [item ${itemIndex}]`;

/** A message without the number of its item. */
export const withoutItemNumber = (message: string): string => message.replace(/ \[item \d+\]$/, '');
