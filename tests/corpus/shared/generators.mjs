// An iterator result as text.
export function text(result) {
  return `${result.value} ${result.done}`;
}

// All that an iterator gives, and behind `=` what it gives when it is done.
export function values(iterator) {
  let text = '';
  for (;;) {
    const { value, done } = iterator.next();
    if (done) return `${text}=${value}`;
    text += `${value} `;
  }
}

// What is thrown: its class if it is a TypeError.
export function thrown(run) {
  try {
    run();
  } catch (error) {
    return error instanceof TypeError ? 'TypeError' : `${error}`;
  }
  return 'nothing';
}
