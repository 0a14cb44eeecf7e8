'use client';

import type { ReactNode } from 'react';
import { Button, type ButtonProps } from '@/components/ui/button';
import { focusInRecord, type RecordField } from './record-fields';

type FocusButtonProps = ButtonProps & { field: RecordField; children: ReactNode };

/** Puts the focus into a field of the record's page, wherever on the page it is. */
export function FocusButton({ field, ...props }: FocusButtonProps) {
	return <Button {...props} onClick={() => focusInRecord(field)} />;
}

/** The same without the looks of a button, for the bar under the thumb. */
export function BarFocusButton({ field, children }: { field: RecordField; children: ReactNode }) {
	return (
		<button type="button" onClick={() => focusInRecord(field)}>
			{children}
		</button>
	);
}
