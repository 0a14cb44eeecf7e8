'use client';

import { Component, type ReactNode } from 'react';
import { SignedOut } from '@/components/form/signed-out';
import type { PanelKind } from '@/domain/panel-record';
import type { NoAnswer } from '@/lib/browser/read-json';

type Failure = NoAnswer | 'gone';

/** Says why a record is not shown, in its place. */
export function PanelFailure({ failure, kind }: { failure: Failure; kind: PanelKind }) {
	return (
		<div role="alert" className="p-5 text-muted-foreground">
			{failure === 'signedOut' && <SignedOut />}
			{failure === 'gone' && (
				<>
					<p className="font-medium text-foreground">
						This <span>{kind}</span> no longer exists
					</p>
					<p>It may have been deleted or merged. The list beside it is as it is now.</p>
				</>
			)}
			{failure === 'failed' && (
				<p>
					Couldn’t load this <span>{kind}</span>. Open it again to try once more.
				</p>
			)}
		</div>
	);
}

type BoundaryProps = {
	kind: PanelKind;
	/** What the server answered; another answer is shown anew. */
	node: ReactNode;
	children: ReactNode;
};

type BoundaryState = { failure: Failure | null; node: ReactNode };

/** What the server says of a record while it is shown: Next.js names that in the error's digest. */
export class PanelBoundary extends Component<BoundaryProps, BoundaryState> {
	override state: BoundaryState = { failure: null, node: this.props.node };

	static getDerivedStateFromProps({ node }: BoundaryProps, state: BoundaryState): Partial<BoundaryState> | null {
		return node === state.node ? null : { failure: null, node };
	}

	static getDerivedStateFromError(error: unknown): { failure: Failure } {
		const { digest = '' } = error as { digest?: string };
		if (digest.startsWith('NEXT_HTTP_ERROR_FALLBACK')) return { failure: 'gone' };
		return { failure: digest.startsWith('NEXT_REDIRECT') ? 'signedOut' : 'failed' };
	}

	override render() {
		const { failure } = this.state;
		return failure ? <PanelFailure failure={failure} kind={this.props.kind} /> : this.props.children;
	}
}
