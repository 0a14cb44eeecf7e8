'use client';

import { type ComponentProps, useState } from 'react';
import { Input } from '@/components/ui/input';
import { taxCodeWarning } from '@/lib/text/tax-code';

/** An input for a tax code, which says below it what speaks against the code, and takes it all the same. */
export function TaxCodeInput({ onChange, ...props }: ComponentProps<typeof Input>) {
	const [text, setText] = useState(String(props.defaultValue ?? ''));
	return (
		<>
			<Input
				{...props}
				onChange={(event) => {
					setText(event.target.value);
					onChange?.(event);
				}}
			/>
			<TaxCodeWarning text={text} />
		</>
	);
}

/** What speaks against a tax code; nothing where that is nothing. */
export function TaxCodeWarning({ text }: { text: string }) {
	return (
		<p role="status" className="text-warning-ink text-xs not-empty:mt-1">
			{taxCodeWarning(text)}
		</p>
	);
}
