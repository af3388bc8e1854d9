await Promise.reject('rejected at the top');
