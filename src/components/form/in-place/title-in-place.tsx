'use client';
'use no memo';

import type { Property } from './property';
import { EditStop } from './property-row';
import type { SaveField } from './use-in-place';
import { useProperties } from './use-properties';

type TitleInPlaceProps = { id: string; save: SaveField; property: Property };

/** The heading of a record's page, its name, which is edited where it stands. */
export function TitleInPlace({ id, save, property }: TitleInPlaceProps) {
	const list = useProperties({ id, save, properties: [property], editors: {} });
	const { property: shown, editing, editor, status, onEdit } = list.row(property);
	return (
		<div
			ref={list.root}
			{...list.handlers}
			data-unsaved={list.isUnsaved || undefined}
			className="title-in-place"
			data-property={property.field}
		>
			<div data-stop={0} className="relative">
				<h1 data-record={id} translate="no" className={editing ? 'sr-only' : undefined}>
					{shown.value}
				</h1>
				{!editing && <EditStop property={shown} stop={{ key: property.field, place: 0 }} onEdit={onEdit} />}
			</div>
			{editor}
			{status}
		</div>
	);
}
