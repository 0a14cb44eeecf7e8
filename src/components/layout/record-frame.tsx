import type { ReactNode } from 'react';
import type { PanelKind } from '@/domain/panel-record';
import { RecordOpened } from './record-opened';
import { RecordShortHead } from './record-short-head';
import { SectionOfRail } from './section-of-rail';

type RecordFrameProps = {
	kind: PanelKind;
	/** The id of the record. */
	id: string;
	/** Its name, which stands above the page when the head has been scrolled away, with the actions. */
	name: string;
	head: ReactNode;
	actions: ReactNode;
	/** Stands below the head over the whole width: the stages of a deal. */
	strip?: ReactNode;
	/** What is known of it, on the left. */
	details: ReactNode;
	/** Whom and what it has to do with, on the right. */
	people: ReactNode;
	/** What the right side is called where only one part is shown, and what is counted there. */
	peopleLabel: string;
	peopleCount?: string;
	/** What was said and is to be done, in the middle. */
	children: ReactNode;
	/** What one does with it, under the thumb on a phone. */
	bar?: ReactNode;
};

/** A company's, a contact's or a deal's page, side panel or phone screen: everything about it at once, as far as it has room. */
export function RecordFrame(props: RecordFrameProps) {
	const { kind, id, name, head, actions, strip, details, people, peopleLabel, peopleCount, children, bar } = props;
	return (
		<div key={id} className="record">
			<div data-head>{head}</div>
			<RecordShortHead name={name}>{actions}</RecordShortHead>
			{strip && <div data-strip>{strip}</div>}
			<fieldset data-parts className="min-inline-0">
				<legend className="sr-only">Part of the page</legend>
				<Part of={id} value="activity" label="Activity" />
				<Part of={id} value="details" label="Details" />
				<Part of={id} value="people" label={peopleLabel} count={peopleCount} />
			</fieldset>
			<div data-columns>
				<section aria-label="Details" data-rail data-details>
					<div>{details}</div>
				</section>
				<section aria-label="Activity" data-middle>
					<div>{children}</div>
				</section>
				<section aria-label={peopleLabel} data-rail data-people>
					<div>{people}</div>
				</section>
			</div>
			{bar}
			<RecordOpened kind={kind} id={id} />
		</div>
	);
}

type PartProps = { of: string; value: 'activity' | 'details' | 'people'; label: string; count?: string | undefined };

/** A choice that works by the stylesheet alone, so that it answers before any script has come. */
function Part({ of, value, label, count }: PartProps) {
	return (
		<label>
			<input
				type="radio"
				name={`part-of-${of}`}
				value={value}
				defaultChecked={value === 'activity'}
				className="sr-only"
			/>
			<span>{label}</span>
			{count && <span data-count>{count}</span>}
		</label>
	);
}

/** A part of a rail under its own heading. */
export function RailSection({ title, count, action, children }: RailSectionProps) {
	return (
		<SectionOfRail label={title}>
			<header>
				<h2>{title}</h2>
				{count && <span className="text-muted-foreground tabular-nums">{count}</span>}
				{action && <div className="-mr-1.5 ml-auto flex">{action}</div>}
			</header>
			{children}
		</SectionOfRail>
	);
}

type RailSectionProps = { title: string; count?: string | undefined; action?: ReactNode; children: ReactNode };
