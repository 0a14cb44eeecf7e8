import type { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';

type EngineAdapter = Awaited<ReturnType<PrismaPg['connect']>>;

const CHAR_OID = 18;
const TEXT_OID = 25;

interface ReadableAdapter {
	performIO(query: unknown): Promise<{ fields: { dataTypeID: number }[] }>;
	queryRaw(query: unknown): Promise<{ columnTypes: number[] }>;
}

/** Lets the schema engine read PostgreSQL's catalogs: the adapter does not know their "char" type. */
export function withCatalogTypes(adapter: EngineAdapter): EngineAdapter {
	const reader = adapter as unknown as ReadableAdapter;
	const performIO = reader.performIO.bind(adapter);
	const queryRaw = reader.queryRaw.bind(adapter);
	let characters: number[] = [];
	reader.performIO = async (query) => {
		const result = await performIO(query);
		characters = result.fields.flatMap((field, index) => (field.dataTypeID === CHAR_OID ? [index] : []));
		for (const field of result.fields) if (field.dataTypeID === CHAR_OID) field.dataTypeID = TEXT_OID;
		return result;
	};
	reader.queryRaw = async (query) => {
		const result = await queryRaw(query);
		for (const index of characters) result.columnTypes[index] = ColumnTypeEnum.Character;
		return result;
	};
	return adapter;
}
