export const where = 'folder';
