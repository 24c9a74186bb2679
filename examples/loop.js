// Exports made in a loop. Each closure has captured its own `i`, which the snapshot keeps in flash.

for (let i = 1; i <= 3; i++) vmExport(i, () => 41 + i);
