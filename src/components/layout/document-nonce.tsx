'use client';

import { setNonce } from 'get-nonce';
import { useLayoutEffect, useState } from 'react';

/** Gives the document's CSP nonce to Radix's scroll lock, which adds a `<style>` element. Once, in the root layout. */
export function DocumentNonce({ nonce }: { nonce: string | undefined }) {
	// The document keeps its first policy; a refresh renders the layout again with the nonce of another response.
	const [documentNonce] = useState(nonce);

	useLayoutEffect(() => {
		// The scroll lock reads its nonce in an effect, and thus after this.
		if (documentNonce) setNonce(documentNonce);
	}, [documentNonce]);

	return null;
}
