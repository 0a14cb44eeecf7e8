'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { FormFailure } from '@/components/form/form';
import type { TextOf } from '@/domain/shown-texts';

export type ChangeBox = (
	input: TextOf & { box: number; line: string; checked: boolean },
) => Promise<{ ok: true; changeSet: string } | FormFailure>;

const ChangeBoxContext = createContext<ChangeBox | null>(null);

/** Tells the pages how the checkboxes of texts are saved. Once, around the signed-in part. */
export function TextBoxProvider({ change, children }: { change: ChangeBox; children: ReactNode }) {
	return <ChangeBoxContext value={change}>{children}</ChangeBoxContext>;
}

/** How a checkbox of a text is saved; null where it cannot be. */
export function useChangeBox() {
	return useContext(ChangeBoxContext);
}
