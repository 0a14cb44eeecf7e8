'use client';

import { setNonce } from 'get-nonce';
import { createContext, type ReactNode, useContext, useLayoutEffect, useState } from 'react';

const NonceContext = createContext<string | undefined>(undefined);

export interface NonceProviderProps {
	nonce: string | undefined;
	children: ReactNode;
}

/** Gives the document's CSP nonce to components that add `<style>` elements. Once, in the root layout. */
export function NonceProvider({ nonce, children }: NonceProviderProps) {
	// The document keeps its first policy; a refresh renders the layout again with the nonce of another response.
	const [documentNonce] = useState(nonce);

	useLayoutEffect(() => {
		// Radix's scroll lock reads its nonce from here, in an effect, and thus after this.
		if (documentNonce) setNonce(documentNonce);
	}, [documentNonce]);

	return <NonceContext value={documentNonce}>{children}</NonceContext>;
}

/** The nonce that the document was served with, if it has one. */
export function useNonce() {
	return useContext(NonceContext);
}
