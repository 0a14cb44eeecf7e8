'use client';
'use no memo';

import type { Route } from 'next';
import type { ReactNode } from 'react';
import { PlusIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import type { ShownPoint } from '@/domain/contact-points/contact-point';
import { inSentence, keyOf, type Property, propertyText } from './property';
import { PropertyTools } from './property-tools';
import { PointValue, PropertyValue } from './property-value';
import { isSameStop, type Stop, stopsOf } from './stops';

type PropertyRowProps = {
	property: Property;
	/** The value that is edited, if one of this property's is. */
	editing: Stop | null;
	editor: ReactNode;
	status: ReactNode;
	/** The value that the mouse is over. */
	hovered: Stop | null;
	/** Whether the key that edits begins here, and which it is. */
	isFirst: boolean;
	shortcut?: string | undefined;
	/** The page with the record's history. */
	historyPath?: Route | undefined;
	onEdit: (stop: Stop) => void;
};

/** One line of a record's properties: its label and its value, or its editor. */
export function PropertyRow(props: PropertyRowProps) {
	const { property, editing, editor, status, hovered, isFirst, shortcut, historyPath, onEdit } = props;
	const { label, isOwn, isReadOnly, editor: kind, note, isLate, isOwnNote, changed } = property;
	const points = kind.as === 'points' ? (property.points ?? []) : [];
	const stops = stopsOf(property);
	const adds = editing && editing.place >= stops.length;
	return (
		<div
			className="property"
			data-property={keyOf(property)}
			data-several={stops.length > 1 || undefined}
			data-editing={editing ? '' : undefined}
		>
			<dt>
				<span translate={isOwn ? 'no' : undefined} title={isOwn && label.length > 20 ? label : undefined}>
					{label}
				</span>
				{points.length > 0 && !editing && (
					<button
						type="button"
						className="property-more"
						onClick={() => onEdit({ key: keyOf(property), place: stops.length })}
					>
						<PlusIcon />
						<span className="sr-only">{`Add another ${inSentence(property)}`}</span>
					</button>
				)}
			</dt>
			{stops.map((stop) =>
				isSameStop(stop, editing) ? (
					<dd key={stop.place}>{editor}</dd>
				) : (
					<dd key={stop.place} data-stop={stop.place}>
						<StopValue property={property} point={points[stop.place]} />
						{note && stop.place === 0 && (
							<p
								translate={isOwnNote ? 'no' : undefined}
								className={isLate ? 'property-note text-destructive-ink' : 'property-note'}
							>
								{note}
							</p>
						)}
						{changed && stop.place === 0 && (
							<p className="property-note">
								<Link href={changed.path}>
									Changed{' '}
									{changed.times === 1 ? (
										'once'
									) : (
										<>
											<span>{changed.times}</span> times
										</>
									)}
									<span className="sr-only"> ({label})</span>
								</Link>
							</p>
						)}
						{!editing && !isReadOnly && (
							<EditStop
								property={property}
								stop={stop}
								isFirst={isFirst && stop.place === 0}
								shortcut={stop.place === 0 ? shortcut : undefined}
								onEdit={onEdit}
							/>
						)}
						{isSameStop(hovered, stop) && !editing && (
							<PropertyTools property={property} stop={stop} historyPath={historyPath} onEdit={onEdit} />
						)}
						{stop.place === stops.length - 1 && status}
					</dd>
				),
			)}
			{adds && <dd>{editor}</dd>}
		</div>
	);
}

type EditStopProps = {
	property: Property;
	stop: Stop;
	isFirst?: boolean;
	shortcut?: string | undefined;
	onEdit: (stop: Stop) => void;
};

/** The button over a value that edits it. */
export function EditStop({ property, stop, isFirst = false, shortcut, onEdit }: EditStopProps) {
	return (
		<button
			type="button"
			className="property-edit"
			data-edit-stop={`${stop.key} ${stop.place}`}
			data-edits={isFirst || undefined}
			aria-keyshortcuts={shortcut}
			onClick={() => onEdit(stop)}
		>
			<EditName property={property} place={stop.place} />
		</button>
	);
}

function StopValue({ property, point }: { property: Property; point: ShownPoint | undefined }) {
	if (point) return <PointValue point={point} />;
	if (propertyText(property) !== '' || property.value !== '') return <PropertyValue property={property} />;
	return (
		<span aria-hidden className="property-add text-muted-foreground">
			<AddName property={property} />
		</span>
	);
}

/** What the button is called: the value is part of it, so that it is heard without looking around. */
function EditName({ property, place }: { property: Property; place: number }) {
	const text = propertyText(property, place);
	return (
		<span className="sr-only">
			{text === '' ? (
				<AddName property={property} />
			) : (
				<>
					Edit <FieldName property={property} />
					{property.of && (
						<>
							{' '}
							of <span translate="no">{property.of}</span>
						</>
					)}
					, <span translate="no">{text}</span>
				</>
			)}
		</span>
	);
}

function AddName({ property }: { property: Property }) {
	return (
		<>
			Add <FieldName property={property} />
		</>
	);
}

function FieldName({ property }: { property: Property }) {
	return <span translate={property.isOwn ? 'no' : undefined}>{inSentence(property)}</span>;
}
