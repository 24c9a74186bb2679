const x = 'not exported';
