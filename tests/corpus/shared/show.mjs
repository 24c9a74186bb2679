// A value as text: of lists holes are _, and strings have quotes.
export function show(value) {
  if (value === undefined || value === null || typeof value === 'boolean') return `${value}`;
  if (typeof value === 'number') return value === 0 && 1 / value < 0 ? '-0' : `${value}`;
  if (typeof value === 'string') return `'${value}'`;
  let text = '';
  for (let i = 0; i < value.length; i++) {
    text += (i > 0 ? ',' : '') + (i in value ? show(value[i]) : '_');
  }
  return `[${text}]`;
}
