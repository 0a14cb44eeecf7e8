import { Fragment } from 'react';
import { lineBreaks } from '@/lib/text/line-breaks';

/** An address or a number that breaks into lines where a reader expects it: at / . @ before any other place. */
export function Breakable({ children }: { children: string }) {
	return lineBreaks(children).map((part, at) => (
		// biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change their places
		<Fragment key={at}>
			{at > 0 && <wbr />}
			{part}
		</Fragment>
	));
}
