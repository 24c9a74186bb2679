throw new RangeError('while building');
