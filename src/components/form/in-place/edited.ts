'use client';

import { createContext, useContext } from 'react';

/** What the editor begins with: the value, or what was entered before and not saved. */
export const EditedContext = createContext('');

/** For an editor that a feature brings along: what it begins with. */
export function useEdited(): string {
	return useContext(EditedContext);
}
