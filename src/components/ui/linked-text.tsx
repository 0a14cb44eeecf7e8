import type { TextPart } from '@/lib/text/text-links';
import { Breakable } from './breakable';

/** A text whose addresses and phone numbers are links. */
export function LinkedText({ parts }: { parts: TextPart[] }) {
	return parts.map((part, index) =>
		typeof part === 'string' ? (
			part
		) : (
			<a
				// biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change their places
				key={index}
				href={part.href}
				rel="noopener noreferrer"
				className="text-link"
				{...(part.href.startsWith('http') && { target: '_blank' })}
			>
				{part.href.startsWith('tel:') ? part.text : <Breakable>{part.text}</Breakable>}
			</a>
		),
	);
}
