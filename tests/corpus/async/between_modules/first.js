export const order = [];

Promise.resolve().then(() => order.push('job of first'));
order.push('first');
