// Enum members that TypeScript leaves to the program, but which are constants.
enum Access { None, Read = 1 << 1, Write = 1 << 2, ReadWrite = Read | Write, G = '123'.length, H = G * 2 + 1 }
enum Size { Small = 'ab'.length, Large = -Small + Access.Write * 5 }
console.log(Access.G, Access.H, Access.ReadWrite, Access[3], Size.Small, Size.Large, Size[2]);
console.log(Object.keys(Access), Object.values(Size));
