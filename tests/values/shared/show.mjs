// What both engines print alike of any value.

const HEX = '0123456789abcdef';

function quote(text) {
  let result = "'";
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x20 && unit < 0x7f) result += text[i];
    else result += '\\u' + HEX[unit >> 12] + HEX[(unit >> 8) & 15] + HEX[(unit >> 4) & 15] + HEX[unit & 15];
  }
  return result + "'";
}

function items(list, depth) {
  let text = '';
  for (let i = 0; i < list.length; i++) {
    if (i > 0) text += ', ';
    text += i in list ? show(list[i], depth) : '-';
  }
  return text;
}

export function show(value, depth = 4) {
  switch (typeof value) {
    case 'string':
      return quote(value);
    case 'number':
      return value === 0 && 1 / value < 0 ? '-0' : `${value}`;
    case 'symbol':
      return value.toString();
    case 'function':
      return 'function';
    case 'object':
      break;
    default:
      return `${value}`;
  }
  if (value === null) return 'null';
  if (depth === 0) return '...';
  if (value instanceof Error) return value.name;
  if (value instanceof Uint8Array) return `bytes [${items(value, depth - 1)}]`;
  if (Array.isArray(value)) return `[${items(value, depth - 1)}]`;
  let text = '';
  for (const key of Object.keys(value)) {
    if (text !== '') text += ', ';
    text += `${key}: ${show(value[key], depth - 1)}`;
  }
  return `{${text}}`;
}

// What a function gives, or the class of what it throws.
export function attempt(f) {
  try {
    return show(f());
  } catch (error) {
    return error instanceof Error ? `throws ${error.name}` : `throws ${show(error)}`;
  }
}
