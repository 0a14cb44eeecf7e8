'use client';

import type { ReactNode } from 'react';
import { Button, type ButtonProps } from '@/components/ui/button';
import { useFormState } from './form';

/** Sends the surrounding form and says so while it does. */
export function SubmitButton({ children, pendingText, ...props }: ButtonProps & { pendingText: ReactNode }) {
	const { pending } = useFormState();
	return (
		<Button type="submit" aria-disabled={pending || undefined} {...props}>
			{pending ? pendingText : children}
		</Button>
	);
}
