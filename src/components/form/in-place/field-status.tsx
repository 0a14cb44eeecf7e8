'use client';

import { withNames } from '@/components/form/message';
import { SignedOut } from '@/components/form/signed-out';
import { useUndo } from '@/components/form/undo-toast';
import { CheckIcon, CircleAlertIcon, GitCompareIcon, LoaderCircleIcon, WifiOffIcon } from '@/components/ui/icons';
import { type Property, propertyText } from './property';
import { useShownValue } from './shown-value';
import { type FieldStatus, reasonOf } from './use-in-place';

type FieldStatusProps = {
	property: Property;
	status: FieldStatus;
	/** Saves what was entered, over the value that was shown or over the one that is there now. */
	onAgain: () => void;
	/** Gives up what was entered. */
	onGiveUp: () => void;
};

/** What became of the last change of a value, below it. */
export function FieldStatusLine({ property, status, onAgain, onGiveUp }: FieldStatusProps) {
	const undo = useUndo();
	const showValue = useShownValue(property);
	if (status.is === 'saving')
		return (
			<p className="property-status property-late">
				<LoaderCircleIcon className="animate-spin" /> Saving…
			</p>
		);
	if (status.is === 'saved')
		return (
			<p className="property-status text-success-ink">
				<CheckIcon />
				<span>
					Saved{' '}
					<Choice
						onClick={() => {
							onGiveUp();
							undo(status.changeSet);
						}}
					>
						Undo
					</Choice>
				</span>
			</p>
		);
	if (status.is === 'conflict') {
		const { value, shown } = status.other;
		const otherText = shown ?? propertyText({ ...property, ...showValue(value), value });
		return (
			<p role="alert" className="property-status text-warning-ink">
				<GitCompareIcon />
				<span>
					Changed elsewhere: {otherText ? <span translate="no">{otherText}</span> : <span>empty</span>}{' '}
					<Choice onClick={onGiveUp}>Use that</Choice> <Choice onClick={onAgain}>Keep mine</Choice>
				</span>
			</p>
		);
	}
	const { failure, isLost } = status;
	return (
		<p role="alert" className="property-status text-destructive-ink">
			{isLost ? <WifiOffIcon /> : <CircleAlertIcon />}
			<span>
				{failure.signedOut ? (
					<SignedOut typed />
				) : (
					withNames(isLost ? failure.message : `Not saved. ${reasonOf(failure)}`)
				)}{' '}
				<Choice onClick={onAgain}>Try again</Choice> <Choice onClick={onGiveUp}>Discard</Choice>
			</span>
		</p>
	);
}

function Choice({ onClick, children }: { onClick: () => void; children: string }) {
	return (
		<button type="button" className="property-choice" onClick={onClick}>
			{children}
		</button>
	);
}
