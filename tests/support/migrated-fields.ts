type Row = Record<string, unknown>;

/**
 * A row of a table, or one of the log, with its custom fields as texts under the names of `fields`: the loose pairs of older versions
 * became fields, and have ids since.
 */
export function withFieldNames<Value>(value: Value, fields: Row[]): Value {
	if (typeof value !== 'object' || value === null) return value;
	const logged = ['before', 'after'].flatMap((side) => {
		const row = (value as Row)[side];
		return row ? [[side, withFieldNames(row, fields)]] : [];
	});
	const whole = { ...value, ...Object.fromEntries(logged) };
	if (!('metadata' in value)) return whole;
	const names = new Map(fields.map(({ id, name }) => [String(id), String(name)]));
	const own = Object.entries(value.metadata as Row).map(([key, each]) => [names.get(key) ?? key, String(each)]);
	return { ...whole, metadata: Object.fromEntries(own.toSorted()) };
}
